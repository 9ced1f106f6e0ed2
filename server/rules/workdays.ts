import chineseDays from "chinese-days";
import { addDays } from "../kernel/shanghai";

export type DayOverrides = ReadonlyMap<string, boolean>;

/** Is 'YYYY-MM-DD' a working day, by local override, else by the State Council's calendar? */
export const isWorkday = (day: string, overrides: DayOverrides): boolean =>
  overrides.get(day) ?? chineseDays.isWorkday(day);

/** The n-th working day after `day`; the start day does not count. */
export function addWorkdays(day: string, n: number, overrides: DayOverrides): string {
  let at = day;
  for (let left = n; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkday(at, overrides)) left -= 1;
  }
  return at;
}

/** A limit that falls on a free day moves to the next working day (民诉法 85). */
export function rollToWorkday(day: string, overrides: DayOverrides): string {
  let at = day;
  while (!isWorkday(at, overrides)) at = addDays(at, 1);
  return at;
}
