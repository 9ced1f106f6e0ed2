import * as z from "zod";
import { calendarMonth } from "../disputes/inputs";

export const subsidyQuery = z.strictObject({
  /** A calendar month 'YYYY-MM'; without one the current month. */
  month: calendarMonth.optional(),
});
export type SubsidyQuery = z.output<typeof subsidyQuery>;
