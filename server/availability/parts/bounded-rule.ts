/** A recurrence rule as the reader has understood it; what is absent is undefined. */
export interface RecurrenceRule {
  freq?: string;
  byHour?: readonly unknown[];
  byMinute?: readonly unknown[];
  bySecond?: readonly unknown[];
  byDay?: readonly unknown[];
  byMonth?: readonly unknown[];
  byMonthDay?: readonly unknown[];
  byYearDay?: readonly unknown[];
  byWeekNo?: readonly unknown[];
  bySetPos?: readonly unknown[];
}

/** People are busy by the day; a rule by the hour or finer is made to be counted through. */
const usual = new Set(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"]);
/** Most times a day that one rule may name. */
const timesADay = 24;
/** Most numbers in all lists of one rule. */
const mostNumbers = 400;
/** Days of each month in a leap year. */
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const countOf = (list: readonly unknown[] | undefined) => Math.max(1, list?.length ?? 0);

/**
 * Whether a rule can be followed in little time: by the day or coarser, few times a day, short lists, and with days that
 * exist. The reader would count through the years in search of a 30 February.
 */
export function isBounded(rule: RecurrenceRule): boolean {
  if (!usual.has(String(rule.freq).toUpperCase())) return false;
  if (countOf(rule.byHour) * countOf(rule.byMinute) * countOf(rule.bySecond) > timesADay) return false;
  const { byDay, byMonth, byMonthDay, byYearDay, byWeekNo, bySetPos } = rule;
  const numbers = [byDay, byMonth, byMonthDay, byYearDay, byWeekNo, bySetPos].flatMap((list) => list ?? []);
  return numbers.length <= mostNumbers && hasDay(byMonth ?? [], byMonthDay ?? []);
}

/** Whether at least one of the months has one of the days. */
function hasDay(months: readonly unknown[], days: readonly unknown[]): boolean {
  if (months.length === 0 || days.length === 0) return true;
  return months.some((month) => days.some((day) => Math.abs(Number(day)) <= (monthDays[Number(month) - 1] ?? 0)));
}
