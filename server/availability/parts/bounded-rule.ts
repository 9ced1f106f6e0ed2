import type ICAL from "ical.js";

/** People are busy by the day; a rule by the hour or finer is made to be counted through. */
const usual = new Set(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"]);
/** Most times a day that one rule may name. */
const timesADay = 24;
/** Most numbers in all lists of one rule. */
const mostNumbers = 100;
/** Longest step; nobody meets every three years, by the day. */
const longestStep = 1000;
/** Days of each month in a leap year. */
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether a rule can be followed in little time: by the day or coarser, in steps that the reader does not count through, few times
 * a day, short lists, and with days that exist. The reader would count through the years in search of a 30 February.
 */
export function isBounded({ freq, interval, parts }: Pick<ICAL.Recur, "freq" | "interval" | "parts">): boolean {
  if (!usual.has(freq) || !(interval >= 1 && interval <= longestStep)) return false;
  const lists = new Map(Object.entries(parts));
  const of = (name: string) => lists.get(name) ?? [];
  const times = ["BYHOUR", "BYMINUTE", "BYSECOND"].reduce((product, name) => product * Math.max(1, of(name).length), 1);
  const numbers = [...lists.values()].reduce((sum, list) => sum + list.length, 0);
  return times <= timesADay && numbers <= mostNumbers && hasDay(of("BYMONTH"), of("BYMONTHDAY"));
}

/** Whether at least one of the months has one of the days. */
function hasDay(months: readonly unknown[], days: readonly unknown[]): boolean {
  if (months.length === 0 || days.length === 0) return true;
  return months.some((month) => days.some((day) => Math.abs(Number(day)) <= (monthDays[Number(month) - 1] ?? 0)));
}
