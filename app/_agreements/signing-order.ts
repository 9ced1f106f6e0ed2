import type { AgreementPage } from "@/server/agreements/reads/agreement";
import { type Asked, openInterpreters, signerId, signingOf } from "./signing";

/** One of those who sign at the table, in their order, and whether they have. */
export interface InTurn {
  id: string;
  signer: Asked;
  isSigned: boolean;
  /** The paper takes effect without them. */
  isOptional: boolean;
}

/** Who signs, in the order in which the device goes round: parties, those present, who interprets or reads aloud, the lead. */
export function signingOrder(page: AgreementPage): InTurn[] {
  const { ofParty, ofPerson, isMediatorSigned } = signingOf(page);
  const parties = page.parties.filter(({ isDeparted }) => !isDeparted);
  return [
    ...parties.map((party) => ({
      id: party.id,
      signer: { kind: "party" as const, party },
      isSigned: ofParty(party.id) !== undefined,
      isOptional: false,
    })),
    ...page.witnesses.map(({ personId, name }) => ({
      id: personId,
      signer: { kind: "witness" as const, personId, name },
      isSigned: ofPerson(personId) !== undefined,
      isOptional: true,
    })),
    ...openInterpreters(page).map((signer) => ({
      id: signerId(signer),
      signer,
      isSigned: false,
      isOptional: false,
    })),
    {
      id: "mediator",
      signer: { kind: "mediator", name: page.proceeding?.leadName ?? "" },
      isSigned: isMediatorSigned,
      isOptional: false,
    },
  ];
}

/**
 * Whose turn it is on this device after those who had theirs and signed or were passed over: the next who has not signed, the
 * lead only when they hold it. Null when nobody more can sign here.
 */
export function nextInTurn(page: AgreementPage, had: ReadonlySet<string>): InTurn | null {
  const open = signingOrder(page).filter(({ id, isSigned }) => !isSigned && !had.has(id));
  const next = open.find(({ signer }) => signer.kind !== "mediator");
  if (next) return next;
  const [last] = open;
  return last && page.isLead ? last : null;
}

/** Whether this one can sign now: who interprets and the lead sign after all parties, the lead on a device of their own account. */
export function isInTurn(page: AgreementPage, { signer }: InTurn, signed: ReadonlySet<string>): boolean {
  if (signer.kind === "party" || signer.kind === "witness") return true;
  const haveParties = signingOrder(page).every(
    (one) => one.signer.kind !== "party" || one.isSigned || signed.has(one.id),
  );
  return haveParties && (signer.kind === "interpreter" || page.isLead);
}
