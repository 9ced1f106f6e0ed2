import * as z from "zod";
import {
  noticeMeans,
  obligationKinds,
  onSpotLosses,
  proofKinds,
  settlementWays,
  signatureMeans,
  violationCircumstances,
  violationKinds,
  violationParts,
  yesNoUnclear,
} from "@/db/vocabulary";
import { speakersInput } from "../binding/inputs";
import { calendarDay, proceedingTarget } from "../disputes/inputs";
import { interpreterThereInput } from "../interpreters/inputs";
import { filled, filledLines, instant, lines, reason, reasonOrNone, words } from "../kernel/words";

const answer = z.enum(yesNoUnclear);
const once = <T>(key: (item: T) => string) =>
  [(items: T[]) => new Set(items.map(key)).size === items.length, { params: { problem: "invalidValue" } }] as const;

/** What the officer found; every question of 程序规定 178 and 179 is answered. */
export const findViolationInput = proceedingTarget.extend({
  isViolation: answer,
  isMinor: answer,
  kinds: z.array(z.enum(violationKinds)).max(violationKinds.length),
  /** Null: none of the three. */
  circumstance: z.enum(violationCircumstances).nullable(),
  hired: answer,
  gang: answer,
  repeated: answer,
  newViolation: answer,
  fled: answer,
  otherUnfit: answer,
  basis: reason(1000),
  people: z
    .array(z.strictObject({ partyId: z.uuid(), part: z.enum(violationParts) }))
    .max(80)
    .refine(...once((one: { partyId: string; part: string }) => `${one.partyId} ${one.part}`)),
});
export type FindViolationInput = z.output<typeof findViolationInput>;

/** Everything that a mediation agreement says of the case (程序规定 184). */
export const describeCaseInput = proceedingTarget.extend({
  organ: filled(80),
  happenedAt: instant,
  place: filled(120),
  cause: filledLines(500),
  course: filledLines(2000),
  circumstances: filledLines(1000),
  result: filledLines(1000),
  performanceWay: filledLines(300),
  others: lines(400).default(""),
});
export type DescribeCaseInput = z.output<typeof describeCaseInput>;

/** The guardian who was told, or why nobody had to be: one of the two. */
export const summonGuardianInput = proceedingTarget
  .extend({
    partyId: z.uuid(),
    linkId: z.uuid().nullable(),
    means: z.enum(noticeMeans).nullable(),
    exceptionReason: reasonOrNone(200),
    /** When they were told; now when left out. */
    toldAt: instant.optional(),
  })
  .refine((input) => (input.linkId === null) === (input.means === null), { path: ["means"] })
  .refine((input) => (input.linkId === null) === (input.exceptionReason !== ""), { path: ["exceptionReason"] });
export type SummonGuardianInput = z.output<typeof summonGuardianInput>;

const signer = z.strictObject({
  partyId: z.uuid(),
  byLinkId: z.uuid().nullable().default(null),
  means: z.enum(signatureMeans),
});
const signers = z
  .array(signer)
  .max(40)
  .refine(...once((one: { partyId: string }) => one.partyId));

/** A promise kept on the spot: like a clause, without a day, because it was done there and then. */
export const keptClauseInput = z.strictObject({
  kind: z.enum(obligationKinds),
  text: filledLines(500),
  /** Of a payment, in fen; each payer is a clause of their own. */
  amountFen: z.int().positive().max(100_000_000_000).nullable().default(null),
  proof: z.enum(proofKinds),
  /** Receipt number, what was handed over: what makes the proof findable. */
  proofNote: filled(200),
  obligorPartyIds: z.array(z.uuid()).min(1).max(40),
  obligeePartyIds: z.array(z.uuid()).max(40).default([]),
});
export type KeptClause = z.output<typeof keptClauseInput>;

/** The on-the-spot form; `recorded` without a paper, where everything it would say is on the recording (程序规定 178). */
export const settleOnSpotInput = proceedingTarget.extend({
  form: z.enum(["written", "recorded"]),
  settledAt: instant,
  place: filled(120),
  isFactsClear: z.boolean(),
  isCauseClear: z.boolean(),
  losses: z.enum(onSpotLosses),
  facts: filledLines(4000),
  clauses: z.array(keptClauseInput).min(1).max(10),
  recording: words(120).default(""),
  secondOfficerId: z.uuid().nullable().default(null),
  others: words(200).default(""),
  /** Who interpreted or read aloud there; under a paper they sign, or it is noted that a reader read it out. */
  interpreters: z.array(interpreterThereInput).max(5).default([]),
  signers: signers.default([]),
  /** Without a paper: every party, and who said yes for them on the recording. */
  saidYes: speakersInput,
});
export type SettleOnSpotInput = z.output<typeof settleOnSpotInput>;
/** Both sides' written application for no penalty. */
export const applySettlementInput = proceedingTarget.extend({
  way: z.enum(settlementWays),
  peoplesProceedingId: z.uuid().nullable().default(null),
  agreedOn: calendarDay,
  agreed: filledLines(2000),
  performedOn: calendarDay,
  proof: filledLines(400),
  appliedOn: calendarDay,
  /** Whether a decision to punish has been made. */
  isDecided: answer,
  applicants: signers.min(1),
});
export type ApplySettlementInput = z.output<typeof applySettlementInput>;

export const decideSettlementInput = proceedingTarget.extend({
  applicationId: z.uuid(),
  isApproved: z.boolean(),
  reason: reason(400),
});
export type DecideSettlementInput = z.output<typeof decideSettlementInput>;
