import * as z from "zod";
import { gateStepKinds } from "@/db/vocabulary";
import { filledLines } from "../../kernel/words";
import { calendarDay } from "./calendar-day";

/** Without an officer whoever acts takes over; a head names one. */
export const takeOverInput = z.strictObject({
  disputeId: z.uuid(),
  officerId: z.uuid().nullable().default(null),
  /** The day on which they took over; today where it is left out. */
  happenedOn: calendarDay.nullable().optional(),
});
export const recordGateStepInput = z.strictObject({
  disputeId: z.uuid(),
  kind: z.enum(gateStepKinds).extract(["warningLetter", "protectionOrder", "shelter"]),
  result: z.enum(["done", "declined", "notNeeded"]),
  /** The day it happened. */
  doneOn: calendarDay,
  /** Number of the letter and whom it went to, the court, the place …, or why it was not needed. */
  note: filledLines(400),
});
export type RecordGateStepInput = z.output<typeof recordGateStepInput>;
