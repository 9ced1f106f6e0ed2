import * as z from "zod";

export const subsidyQuery = z.strictObject({
  /** A calendar month 'YYYY-MM'; without one the current month. */
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .optional(),
});
export type SubsidyQuery = z.output<typeof subsidyQuery>;
