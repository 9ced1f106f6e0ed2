import { readMoment } from "@/app/_ui/format/shanghai";

/** 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const weekdayOf = (day: string) => (((readMoment(day).weekday + 6) % 7) + 1) as Weekday;

interface Words {
  /** A date as it is written everywhere: of another year without its weekday. */
  date: (day: string) => string;
  weekday: (weekday: Weekday) => string;
  far: (parts: { day: string; weekday: string }) => string;
  today: string;
}

/** A day as a calendar's heading: always with its weekday, also of a year to come. */
export function dayWords(day: string, { date, weekday, far, today }: Words): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return isThisYear ? date(day) : far({ day: date(day), weekday: weekday(weekdayOf(day)) });
}
