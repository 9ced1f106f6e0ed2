import * as z from "zod";
import { calendarDay } from "../disputes/inputs";
import { filled } from "../kernel/words";
import { depositMost } from "./choices";

/** Of dossiers that were archived in a year; without one those of the oldest year that has some left. */
export const depositsQuery = z.strictObject({ year: z.int().min(2000).max(2100).optional() });
export type DepositsQuery = z.output<typeof depositsQuery>;

/** "These dossiers went to the archive." */
export const depositInput = z.strictObject({
  proceedingIds: z
    .array(z.uuid())
    .min(1)
    .max(depositMost)
    .refine((ids) => new Set(ids).size === ids.length),
  depositedOn: calendarDay,
  recipient: filled(60),
  /** Where they lie there: building, room, row. */
  location: filled(100),
});
export type DepositInput = z.output<typeof depositInput>;
