import * as z from "zod";
import {
  contestEnds,
  fairnessAnswers,
  fairnessQuestions,
  proofKinds,
  remedies,
  satisfactions,
  signatureMeans,
  spokenMeans,
} from "@/db/vocabulary";
import { speakerInput } from "../binding/inputs";
import { calendarDay, proceedingTarget } from "../disputes/inputs";
import { filled, filledLines, lines, reason } from "../kernel/words";
import { paymentKinds } from "./choices";

const amountFenMax = 100_000_000_000;

/**
 * One entry on one obligor's account; `amountFen` (1/100 yuan) for payments, which may come in parts. What goes above what
 * is owed says so by its kind, and so does what came back.
 */
export const recordPerformanceInput = proceedingTarget.extend({
  obligationId: z.uuid(),
  /** The obligor on whose account it stands. */
  partyId: z.uuid(),
  /** Left out: performed. */
  kind: z.enum(paymentKinds).optional(),
  /** Who paid in the obligor's place (民法典 524), or an heir; left out where it was the obligor. */
  byPartyId: z.uuid().optional(),
  amountFen: z.int().positive().max(amountFenMax).nullable().default(null),
  performedOn: calendarDay,
  proof: z.enum(proofKinds),
  proofNote: filled(200),
  /** The obligee whose word is the proof, and who gave it for them; the only obligee when left out. */
  receivedBy: speakerInput.optional(),
  /** What the obligor had claimed on this account, and is confirmed by this entry. */
  contestId: z.uuid().optional(),
});
export type RecordPerformanceInput = z.output<typeof recordPerformanceInput>;

/** An obligee gives up what one obligor still owes, or part of it; acts and omissions without a sum. */
export const waivePerformanceInput = proceedingTarget.extend({
  obligationId: z.uuid(),
  partyId: z.uuid(),
  obligeePartyId: z.uuid(),
  /** Who speaks for the obligee, if not they themselves. */
  byLinkId: z.uuid().nullable().default(null),
  means: z.enum(signatureMeans),
  amountFen: z.int().positive().max(amountFenMax).nullable().default(null),
  waivedOn: calendarDay,
  proof: z.enum(proofKinds),
  proofNote: filled(200),
});
export type WaivePerformanceInput = z.output<typeof waivePerformanceInput>;

/** An entry was recorded wrongly: it counts no more, and what is right is entered beside it. */
export const correctPerformanceInput = proceedingTarget.extend({
  entryId: z.uuid(),
  foundOn: calendarDay,
  reason: reason(200),
});
export type CorrectPerformanceInput = z.output<typeof correctPerformanceInput>;

/** An obligee denies an entry, or an obligor claims what no entry says (`entryId` null), on the account of `partyId`. */
export const contestPerformanceInput = proceedingTarget.extend({
  obligationId: z.uuid(),
  partyId: z.uuid(),
  entryId: z.uuid().nullable().default(null),
  /** Who says so, and who speaks for them. */
  saidBy: speakerInput,
  means: z.enum(spokenMeans),
  amountFen: z.int().positive().max(amountFenMax).nullable().default(null),
  saidOn: calendarDay,
  reason: reason(200),
});
export type ContestPerformanceInput = z.output<typeof contestPerformanceInput>;

export const endContestInput = proceedingTarget.extend({
  contestId: z.uuid(),
  end: z.enum(contestEnds),
  /** Who takes it back, who speaks for them and how they were heard; of no other end. */
  withdrawnBy: speakerInput
    .extend({ means: z.enum(spokenMeans) })
    .nullable()
    .default(null),
  endedOn: calendarDay,
  reason: reason(200),
});
export type EndContestInput = z.output<typeof endContestInput>;

/** An obligor did not perform; `remediesTold` is what the obligee was told they can do. */
export const recordBreachInput = proceedingTarget.extend({
  obligationId: z.uuid(),
  partyId: z.uuid(),
  breachedOn: calendarDay,
  note: filledLines(400),
  remediesTold: z
    .array(z.enum(remedies))
    .min(1)
    .max(remedies.length)
    .refine((told) => new Set(told).size === told.length),
});
export type RecordBreachInput = z.output<typeof recordBreachInput>;

export const urgePerformanceInput = proceedingTarget.extend({
  obligationId: z.uuid(),
  note: filledLines(200),
  /** The day on which it was said; today where it is left out. */
  happenedOn: calendarDay.nullable().optional(),
});
export type UrgePerformanceInput = z.output<typeof urgePerformanceInput>;

export const recordVisitInput = proceedingTarget.extend({
  /** Who was visited; null when all were. */
  partyId: z.uuid().nullable().default(null),
  visitedOn: calendarDay,
  satisfaction: z.enum(satisfactions),
  /** Answers to `fairnessQuestions` in their order; left out where they were not asked. */
  fairness: z.array(z.enum(fairnessAnswers)).length(fairnessQuestions.length).optional(),
  escalationSigns: lines(400).default(""),
  courtAction: lines(400).optional(),
  measures: lines(1000).optional(),
  note: lines(1000).default(""),
});
export type RecordVisitInput = z.output<typeof recordVisitInput>;

export const performanceQuery = z.strictObject({ disputeId: z.uuid() });

export const performanceListQuery = z.strictObject({
  /** mine = disputes the reader leads; all = every dispute whose performance they may see. */
  scope: z.enum(["mine", "all"]).default("all"),
  /** The last row seen: its due day and obligation id. */
  after: z.strictObject({ dueOn: calendarDay, id: z.uuid() }).nullable().default(null),
  limit: z.int().min(1).max(100).default(50),
});
export type PerformanceListQuery = z.output<typeof performanceListQuery>;
