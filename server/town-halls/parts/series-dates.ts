import { addDays, weekdayOf } from "../../kernel/shanghai";
import { type DayOverrides, isHoliday } from "../../rules/workdays";

export interface SeriesDate {
  day: string;
  isHoliday: boolean;
}

/** Every day of a weekly series between two days of Shanghai, both included, holidays marked. */
export function seriesDates(
  { weekday, fromDay, untilDay }: { weekday: number; fromDay: string; untilDay: string },
  overrides: DayOverrides,
): SeriesDate[] {
  const dates: SeriesDate[] = [];
  const first = addDays(fromDay, (weekday - weekdayOf(fromDay) + 7) % 7);
  for (let day = first; day <= untilDay; day = addDays(day, 7))
    dates.push({ day, isHoliday: isHoliday(day, overrides) });
  return dates;
}
