import { addDays, weekdayOf } from "../../kernel/shanghai";
import { isHoliday, isWorkday } from "../../rules/workdays";
import { numberOfDay } from "./wall-clock";

/** Exceptions to the weekday, as day numbers: days off (holidays with the weekends inside them) and worked weekend days. */
export function officeDays(
  from: string,
  days: number,
  overrides: ReadonlyMap<string, boolean>,
): { closed: ReadonlySet<number>; worked: ReadonlySet<number> } {
  const all = Array.from({ length: days + 1 }, (_, away) => addDays(from, away));
  return {
    closed: new Set(all.filter((day) => isHoliday(day, overrides)).map(numberOfDay)),
    worked: new Set(all.filter((day) => weekdayOf(day) > 5 && isWorkday(day, overrides)).map(numberOfDay)),
  };
}
