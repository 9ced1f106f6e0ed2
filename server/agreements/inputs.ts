import * as z from "zod";
import {
  agreementForms,
  disputeTypes,
  liabilities,
  obligationKinds,
  proofKinds,
  signatureMeans,
} from "@/db/vocabulary";
import { speakersInput } from "../binding/inputs";
import { calendarDay, dueCursor, proceedingTarget } from "../disputes/inputs";
import { filledLines, lines, reason, words } from "../kernel/words";
import { drawnSignature } from "../strokes/inputs";
import { agreementClausesMax, clauseRoles, dueAfterMaxDays, instalmentsMax, templateClausesMax } from "./choices";

const amountFenMax = 100_000_000_000;
const partyIds = z
  .array(z.uuid())
  .max(400)
  .refine((ids) => new Set(ids).size === ids.length);

/**
 * A clause that obliges one party or more. Amounts are in fen (1/100 yuan) and belong to payments only. When it is
 * due is required: a court may refuse to confirm an agreement without it. Either a day, or so many days after the day of
 * signing, which stays relative until the agreement is in force.
 */
export const obligationInput = z
  .strictObject({
    kind: z.enum(obligationKinds),
    text: filledLines(500),
    amountFen: z.int().positive().max(amountFenMax).nullable().default(null),
    dueOn: calendarDay.nullable(),
    /** 0 is the day of signing itself. */
    dueAfterDays: z.int().min(0).max(dueAfterMaxDays).optional(),
    proof: z.enum(proofKinds),
    /** In which way and where it is to be done; left empty where that follows from the rest. */
    way: words(40).optional(),
    place: words(60).optional(),
    /** When it is owed at all, and what follows where it is not kept, as a drafting template has them. */
    condition: words(100).optional(),
    consequence: words(140).optional(),
    verifierId: z.uuid().nullable().default(null),
    obligorPartyIds: partyIds.min(1),
    obligeePartyIds: partyIds.default([]),
    /** How several obligors of a payment owe it; said before the paper goes out to be signed. */
    liability: z.enum(liabilities).optional(),
    /** In the order of `obligorPartyIds`, in fen; only of named shares. Equal ones are worked out. */
    sharesFen: z.array(z.int().positive().max(amountFenMax)).max(40).optional(),
  })
  .refine(({ dueOn, dueAfterDays }) => (dueOn === null) === (dueAfterDays !== undefined), {
    path: ["dueOn"],
    params: { problem: "dueDayNeeded" },
  })
  .refine((clause) => clause.liability === undefined || (clause.kind === "pay" && clause.obligorPartyIds.length > 1), {
    path: ["liability"],
  })
  .refine(
    ({ liability, sharesFen = [], obligorPartyIds, amountFen }) =>
      liability === "shares"
        ? sharesFen.length === obligorPartyIds.length && sharesFen.reduce((sum, fen) => sum + fen, 0) === amountFen
        : sharesFen.length === 0,
    { path: ["sharesFen"], params: { problem: "sharesAddUp" } },
  )
  .refine((clause) => (clause.kind === "pay") === (clause.amountFen !== null), { path: ["amountFen"] })
  .refine((clause) => clause.kind !== "pay" || clause.obligeePartyIds.length > 0, { path: ["obligeePartyIds"] })
  .refine(
    (clause) => clause.kind !== "pay" || !clause.obligeePartyIds.some((id) => clause.obligorPartyIds.includes(id)),
    {
      path: ["obligeePartyIds"],
    },
  );
export type ObligationInput = z.output<typeof obligationInput>;

/** A clause as it is being written: anything may be missing, and money and days stand as they were typed. */
export const unfinishedClause = z.strictObject({
  key: words(80),
  kind: z.enum(obligationKinds),
  text: lines(500),
  yuan: words(24),
  dueOn: words(10),
  dueAfter: words(8).optional(),
  proof: z.enum([...proofKinds, ""]),
  way: words(40).optional(),
  place: words(60).optional(),
  condition: words(100).optional(),
  consequence: words(140).optional(),
  verifierId: z.union([z.uuid(), z.literal("")]),
  obligorPartyIds: partyIds,
  obligeePartyIds: partyIds,
  liability: z.enum([...liabilities, ""]),
  shares: z.array(z.strictObject({ partyId: z.uuid(), yuan: words(24) })).max(40),
  /** In how many parts it is to be paid, while nobody has made clauses of them. */
  instalments: z.strictObject({ count: words(2), months: words(2) }).optional(),
});
export type UnfinishedClause = z.output<typeof unfinishedClause>;

/** The whole draft; it replaces what was written before. */
export const draftAgreementInput = proceedingTarget
  .extend({
    /** The draft the user saw and replaces; null where there was none. */
    agreementVersion: z.int().nullable(),
    form: z.enum(agreementForms),
    facts: lines(4000),
    clauses: z.array(obligationInput).max(agreementClausesMax),
    /** Its clauses where it is saved half-finished; then `clauses` is empty, and what was saved whole before stays beside it. */
    unfinished: z.array(unfinishedClause).max(agreementClausesMax).optional(),
  })
  .refine(({ facts, unfinished }) => unfinished !== undefined || facts !== "", { path: ["facts"] })
  .refine(({ clauses, unfinished }) => unfinished === undefined || clauses.length === 0, { path: ["clauses"] });
export type DraftAgreementInput = z.output<typeof draftAgreementInput>;

export const sendToSignInput = proceedingTarget;
export type AgreementTarget = z.output<typeof proceedingTarget>;
/** The day on which it was reached, signed last or sealed; today where it is left out. */
export const takeEffectInput = proceedingTarget.extend({
  happenedOn: calendarDay.nullable().optional(),
  /** An oral agreement: every party who has said yes, and who said it for them. */
  saidYes: speakersInput,
});
export type EffectInput = z.output<typeof takeEffectInput>;

export const withdrawAgreementInput = proceedingTarget.extend({ reason: reason(200) });
export type WithdrawAgreementInput = z.output<typeof withdrawAgreementInput>;

/** The sides agree anew on what is still open of an agreement in force. */
export const renegotiateInput = proceedingTarget.extend({ reason: reason(400) });
export type RenegotiateInput = z.output<typeof renegotiateInput>;

/** Who signs: a party (in person or through an agent or guardian), a witness, or the lead. */
export const signerInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("party"), partyId: z.uuid(), byLinkId: z.uuid().nullable().default(null) }),
  z.strictObject({ kind: z.literal("witness"), personId: z.uuid() }),
  z.strictObject({ kind: z.literal("mediator") }),
]);

export const signAgreementInput = proceedingTarget.extend({
  signer: signerInput,
  means: z.enum(signatureMeans),
  /** The day on which they signed; today where it is left out. */
  happenedOn: calendarDay.nullable().optional(),
  /** Drawn on the screen that is handed round, now; left out where it stands on paper. */
  drawn: drawnSignature.optional(),
});
export type SignAgreementInput = z.output<typeof signAgreementInput>;

/** The paper to show; left out, what is being written or signed, else what is in force. */
export const agreementQuery = z.strictObject({ disputeId: z.uuid(), agreementId: z.uuid().optional() });
export type AgreementQuery = z.output<typeof agreementQuery>;

/** The committee head's page: the next page of the papers to seal. */
export const committeeInput = z.strictObject({ after: dueCursor });

/** One clause of a drafting template; put together it is no longer than a clause may be. */
export const templateClauseInput = z.strictObject({
  kind: z.enum(obligationKinds),
  condition: words(100),
  text: filledLines(250),
  consequence: words(140),
  obligor: z.enum(clauseRoles),
  obligee: z.enum(clauseRoles).nullable(),
  /** Of a payment; meaningless for anything else. */
  liability: z.enum(liabilities).nullable(),
  dueAfterDays: z.int().min(0).max(dueAfterMaxDays).nullable(),
  /** Of a payment alone. */
  instalments: z
    .strictObject({
      count: z.int().min(2).max(instalmentsMax.count),
      months: z.int().min(1).max(instalmentsMax.months),
    })
    .nullable()
    .optional(),
  proof: z.enum(proofKinds),
});

/** With which clauses a committee begins agreements about a type of dispute, from a day on. */
export const setClausesInput = z.strictObject({
  type: z.enum(disputeTypes),
  clauses: z.array(templateClauseInput).min(1).max(templateClausesMax),
  validFrom: calendarDay,
});
export type SetClausesInput = z.output<typeof setClausesInput>;
