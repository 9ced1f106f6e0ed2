import { addDays, weekdayOf } from "../../kernel/shanghai";
import { isStatutoryHoliday } from "../../rules/statutory-days";
import { type DayOverrides, isHoliday, isWorkday } from "../../rules/workdays";

export const daysOfYear = (year: number): string[] => {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = addDays(day, 1)) days.push(day);
  return days;
};

/** The first holiday of the law that is not among the days off; null when all of them are. */
export function missingHoliday(year: number, free: readonly string[]): string | null {
  const given = new Set(free);
  return daysOfYear(year).find((day) => isStatutoryHoliday(day) && !given.has(day)) ?? null;
}

/** A day whose local exception changes: from what, to what. Null = none, the shipped calendar counts. */
export interface DayChange {
  day: string;
  was: boolean | null;
  to: boolean | null;
}

interface Answer {
  isWorked: boolean;
  isFree: boolean;
}
const isSame = (a: Answer, b: Answer): boolean => a.isWorked === b.isWorked && a.isFree === b.isFree;

/** What the calendar says of a day with this local exception, or with none. */
function answerWith(day: string, local: boolean | null): Answer {
  const overrides: DayOverrides = local === null ? new Map() : new Map([[day, local]]);
  return { isWorked: isWorkday(day, overrides), isFree: isHoliday(day, overrides) };
}

/** Which local exceptions change when the year is entered like this, in the order of the days. */
export function changedDays(
  { year, free, worked }: { year: number; free: readonly string[]; worked: readonly string[] },
  overrides: DayOverrides,
): DayChange[] {
  const [off, madeUp] = [new Set(free), new Set(worked)];
  return daysOfYear(year).flatMap((day) => {
    const isUsual = weekdayOf(day) <= 5;
    const wanted = { isWorked: madeUp.has(day) || (isUsual && !off.has(day)), isFree: off.has(day) };
    const was = overrides.get(day) ?? null;
    if (isSame(answerWith(day, was), wanted)) return [];
    // A weekend day that the shipped calendar calls a holiday and this year does not is free in either way.
    const to = ([null, true, false] as const).find((local) => isSame(answerWith(day, local), wanted)) ?? isUsual;
    return to === was ? [] : [{ day, was, to }];
  });
}

/** Days off and make-up days of a year as they stand. */
export function listedDays(year: number, overrides: DayOverrides): { free: string[]; worked: string[] } {
  const days = daysOfYear(year);
  return {
    free: days.filter((day) => isHoliday(day, overrides)),
    worked: days.filter((day) => weekdayOf(day) > 5 && isWorkday(day, overrides)),
  };
}
