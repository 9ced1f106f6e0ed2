import { dayOf, timeOf } from "../../kernel/shanghai";

/** 2026年1月5日, without leading zeros. @param day 'YYYY-MM-DD' */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/** 9时05分 of an instant in Shanghai. @param iso ISO text */
function timeInWords(iso: string): string {
  const [hour, minute] = timeOf(new Date(iso)).split(":");
  return `${Number(hour)}时${minute}分`;
}

/** 2026年1月5日9时05分 @param iso ISO text */
export const momentInWords = (iso: string): string => `${dayInWords(dayOf(new Date(iso)))}${timeInWords(iso)}`;

/** 2026年1月5日9时05分至11时30分; the second day is named where it is another one. */
export function spanInWords(from: string, to: string): string {
  const isSameDay = dayOf(new Date(from)) === dayOf(new Date(to));
  return `${momentInWords(from)}至${isSameDay ? timeInWords(to) : momentInWords(to)}`;
}

/** How old somebody is on a day; a year of birth alone tells it to within a year, and then nothing is said. */
export function ageOn(born: string, day: string): number | null {
  if (born.length < 10) return null;
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}
