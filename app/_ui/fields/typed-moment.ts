import { dayNumber, readMoment } from "../format/shanghai";

/**
 * Reads a day as people type it: 2026-11-26, 2026年11月26日, 11-26, 11.26, 11月26日, 1126.
 * Without a year it is the nearest such day, at most half a year back.
 * @returns "2026-11-26", or null when it is no day
 */
export function readTypedDay(typed: string, now: Date): string | null {
  const numbers = typed.trim().match(/\d+/g) ?? [];
  const [first = "", second, third] = numbers;
  if (third !== undefined) return calendarDay(Number(first), Number(second), Number(third));
  if (second !== undefined) return nearest(Number(first), Number(second), now);
  if (first.length === 8)
    return calendarDay(Number(first.slice(0, 4)), Number(first.slice(4, 6)), Number(first.slice(6)));
  return first.length === 4 ? nearest(Number(first.slice(0, 2)), Number(first.slice(2)), now) : null;
}

/** Reads a time as people type it: 14:30, 14：30, 1430, 930, 9. Null when it is no time. */
export function readTypedTime(typed: string): string | null {
  const match =
    /^\s*(\d{1,2})(?:\s*[:：.时点]\s*(\d{1,2})?\s*分?)?\s*$/.exec(typed) ?? /^\s*(\d{1,2})(\d{2})\s*$/.exec(typed);
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function nearest(month: number, day: number, now: Date): string | null {
  const today = readMoment(now);
  const thisYear = calendarDay(today.year, month, day);
  if (!thisYear) return calendarDay(today.year + 1, month, day);
  const away = dayNumber(readMoment(thisYear)) - dayNumber(today);
  return away < -183 ? calendarDay(today.year + 1, month, day) : thisYear;
}

function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
