import type { AgreementPage, AgreementParty, AgreementSignature } from "@/server/agreements/reads/agreement";

/** Whose turn it is, derived from the signatures that exist. */
export interface Signing {
  unsigned: AgreementParty[];
  isMediatorSigned: boolean;
  isSealed: boolean;
  ofParty: (partyId: string) => AgreementSignature | undefined;
  ofPerson: (personId: string) => AgreementSignature | undefined;
}

export function signingOf({ agreement, parties }: AgreementPage): Signing {
  const signatures = agreement?.signatures ?? [];
  const ofParty = (partyId: string) => signatures.find((one) => one.partyId === partyId);
  return {
    unsigned: parties.filter((party) => !party.isDeparted && !ofParty(party.id)),
    isMediatorSigned: signatures.some((one) => one.signerKind === "mediator"),
    isSealed: agreement?.seal != null,
    ofParty,
    ofPerson: (personId) => signatures.find((one) => one.personId === personId),
  };
}

/** Whom a signature dialog is about. */
export type Signer =
  | { kind: "party"; party: AgreementParty }
  | { kind: "witness"; personId: string; name: string }
  | { kind: "mediator"; name: string };
/** Whom a link is made for: also who interprets, reads aloud or witnesses, who is named in the paper and signs after the parties. */
export type Asked = Signer | { kind: "interpreter"; interpreterId: string; name: string };
export const askedInput = (asked: Asked, byLinkId: string | null) =>
  asked.kind === "interpreter"
    ? { kind: "interpreter" as const, interpreterId: asked.interpreterId }
    : signerInput(asked, byLinkId);
/** The requests to this one, the oldest first. */
export const requestsTo = ({ requests, proceeding }: AgreementPage, asked: Asked) =>
  requests.filter((one) =>
    asked.kind === "interpreter"
      ? one.interpreterId === asked.interpreterId
      : asked.kind === "party"
        ? one.partyId === asked.party.id
        : one.personId === (asked.kind === "witness" ? asked.personId : proceeding?.leadPersonId),
  );

/** Who checks a clause: as the saved version names them, else as they are called now. */
export const verifierName = (
  { verifiers, agreement }: AgreementPage,
  { verifierId }: { verifierId: string },
): string | null =>
  verifierId === ""
    ? null
    : (agreement?.clauses.find((one) => one.verifierId === verifierId)?.verifierName ??
      verifiers.find((one) => one.personId === verifierId)?.name ??
      null);

/** Their id among all signers of a paper. */
export const signerId = (signer: Asked): string =>
  signer.kind === "party"
    ? signer.party.id
    : signer.kind === "witness"
      ? signer.personId
      : signer.kind === "interpreter"
        ? signer.interpreterId
        : "mediator";
export const signerName = (signer: Asked): string => (signer.kind === "party" ? signer.party.name : signer.name);

/** Who signs next: a party, then the lead if that is the reader; null when the reader may record nobody's signature. */
export function nextSigner(page: AgreementPage): Signer | null {
  if (!page.allowed.includes("agreement.sign")) return null;
  const { unsigned, isMediatorSigned } = signingOf(page);
  const party = unsigned.find((one) => one.kind !== "unidentified") ?? unsigned[0];
  if (party) return { kind: "party", party };
  return !isMediatorSigned && page.isLead && page.proceeding
    ? { kind: "mediator", name: page.proceeding.leadName }
    : null;
}

/** Each of those who interpret, read aloud or witness and have not signed, once for everybody they are there for. */
export const openInterpreters = ({ interpreters }: AgreementPage): Asked[] => {
  const open = interpreters.filter(({ signedAt }) => !signedAt);
  const once = new Map(open.map((one) => [`${one.personId} ${one.name}`, one]));
  return [...once.values()].map(({ id, name }) => ({ kind: "interpreter", interpreterId: id, name }));
};

/** The signer as the acts of signing take it; `byLinkId` is whoever writes for a party. */
export const signerInput = (signer: Signer, byLinkId: string | null) =>
  signer.kind === "party"
    ? { kind: "party" as const, partyId: signer.party.id, byLinkId }
    : signer.kind === "witness"
      ? { kind: "witness" as const, personId: signer.personId }
      : { kind: "mediator" as const };
