import { addDays } from "../kernel/shanghai";
import {
  isArranged,
  isFreeByArrangement,
  isMadeUpFree,
  isStatutoryHoliday,
  isWorkedByArrangement,
} from "./statutory-days";

export type DayOverrides = ReadonlyMap<string, boolean>;

/** A statutory holiday, or the day given for one on a weekend, of a year whose arrangement is not published yet. */
const isFreeByLaw = (day: string): boolean => !isArranged(day) && (isStatutoryHoliday(day) || isMadeUpFree(day));

/** Whether 'YYYY-MM-DD' is a working day, by local override, else by the State Council's calendar, else by law. */
export const isWorkday = (day: string, overrides: DayOverrides): boolean =>
  overrides.get(day) ?? (isWorkedByArrangement(day) && !isFreeByLaw(day));

/** Whether 'YYYY-MM-DD' is a public holiday (or a local day off). An ordinary weekend is none. */
export function isHoliday(day: string, overrides: DayOverrides): boolean {
  const local = overrides.get(day);
  if (local !== undefined) return !local;
  return isFreeByArrangement(day) || isFreeByLaw(day);
}

/** The n-th working day after `day`; the start day does not count. */
export function addWorkdays(day: string, n: number, overrides: DayOverrides): string {
  let at = day;
  for (let left = n; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkday(at, overrides)) left -= 1;
  }
  return at;
}

/** How many working days lie after `from`, up to and with `to`. */
export function workdaysAfter(from: string, to: string, overrides: DayOverrides): number {
  let found = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) found += isWorkday(at, overrides) ? 1 : 0;
  return found;
}

/** A limit that falls on a free day moves to the next working day (民诉法 85). */
export function rollToWorkday(day: string, overrides: DayOverrides): string {
  let at = day;
  while (!isWorkday(at, overrides)) at = addDays(at, 1);
  return at;
}
