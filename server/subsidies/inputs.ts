import * as z from "zod";
import { calendarDay, calendarMonth } from "../disputes/inputs";
import { filled } from "../kernel/words";

export const subsidyQuery = z.strictObject({
  /** A calendar month 'YYYY-MM'; without one the current month. */
  month: calendarMonth.optional(),
});
export type SubsidyQuery = z.output<typeof subsidyQuery>;

/** "This month's sheet went to whoever pays"; `seen` is the hash of what the head saw. */
export const handOverSubsidiesInput = z.strictObject({
  month: calendarMonth,
  handedOn: calendarDay,
  recipient: filled(60),
  seen: z.string().regex(/^[0-9a-f]{64}$/),
});
export type HandOverSubsidiesInput = z.output<typeof handOverSubsidiesInput>;
