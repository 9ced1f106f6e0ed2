import * as z from "zod";
import { proofKinds, satisfactions } from "@/db/vocabulary";
import { speakerInput } from "../binding/inputs";
import { calendarDay, proceedingTarget } from "../disputes/inputs";
import { filled, filledLines, lines } from "../kernel/words";

const amountFenMax = 100_000_000_000;

/** One proof by one obligor; `amountFen` (1/100 yuan) for payments, which may come in parts. */
export const recordPerformanceInput = proceedingTarget.extend({
  obligationId: z.uuid(),
  partyId: z.uuid(),
  amountFen: z.int().positive().max(amountFenMax).nullable().default(null),
  performedOn: calendarDay,
  proof: z.enum(proofKinds),
  proofNote: filled(200),
  /** The obligee whose word is the proof, and who gave it for them; the only obligee when left out. */
  receivedBy: speakerInput.optional(),
});
export type RecordPerformanceInput = z.output<typeof recordPerformanceInput>;

export const urgePerformanceInput = proceedingTarget.extend({ obligationId: z.uuid(), note: filledLines(200) });
export type UrgePerformanceInput = z.output<typeof urgePerformanceInput>;

export const recordVisitInput = proceedingTarget.extend({
  /** Who was visited; null when all were. */
  partyId: z.uuid().nullable().default(null),
  visitedOn: calendarDay,
  satisfaction: z.enum(satisfactions),
  escalationSigns: lines(400).default(""),
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
