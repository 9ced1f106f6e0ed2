import * as z from "zod";
import { calendarDay } from "../disputes/inputs";
import { filled, reason } from "../kernel/words";
import { isPattern, patternMax } from "./choices";
import { seriesKeys } from "./parts/own-series";

const series = z.enum(seriesKeys);

/** "The last number used on paper was 37." */
export const setNumberStartInput = z.strictObject({
  series,
  /** This year or the next: what is over takes no numbers. */
  year: z.int().min(2000).max(2100),
  lastUsed: z.int().min(1).max(99_999),
  /** Where it stands. */
  proof: filled(200),
});
export type SetNumberStartInput = z.output<typeof setNumberStartInput>;

/** "This one counts no more": the number as it was printed. */
export const voidNumberInput = z.strictObject({ series, number: filled(80), reason: reason(200) });
export type VoidNumberInput = z.output<typeof voidNumberInput>;

export const setNumberPatternInput = z.strictObject({
  series,
  pattern: filled(patternMax).refine(isPattern, { params: { problem: "numberPatternUnfit" } }),
  validFrom: calendarDay,
});
export type SetNumberPatternInput = z.output<typeof setNumberPatternInput>;
