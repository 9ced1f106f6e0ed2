import { sql } from "drizzle-orm";
import { addDays, addMonths, instantOf, weekdayOf } from "../../kernel/shanghai";
import type { Basis, Period } from "../inputs";
import type { Span } from "./figures";

/** Both days are inside, 'YYYY-MM-DD' in Shanghai. */
export interface Days {
  from: string;
  until: string;
}

const firstDay = (period: Period, day: string): string => {
  const year = day.slice(0, 4);
  if (period === "week") return addDays(day, 1 - weekdayOf(day));
  if (period === "month") return `${day.slice(0, 7)}-01`;
  if (period === "year") return `${year}-01-01`;
  return `${year}-${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, "0")}-01`;
};

const lengthOf = ({ from, until }: Days) => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1;

/** The period that holds `today`, up to today. */
export const periodDays = (period: Period, today: string): Days => ({ from: firstDay(period, today), until: today });

/** What a span is compared with: the same dates last year (29 February → 28 February), or the equally long span before. */
export function basisDays(days: Days, basis: Basis): Days {
  if (basis === "lastYear") return { from: addMonths(days.from, -12), until: addMonths(days.until, -12) };
  if (basis === "previous") return { from: addDays(days.from, -lengthOf(days)), until: addDays(days.from, -1) };
  return days;
}

/** A whole calendar month 'YYYY-MM'. */
export const monthDays = (month: string): Days => ({
  from: `${month}-01`,
  until: addDays(addMonths(`${month}-01`, 1), -1),
});

/** The last `count` months up to the one of `today`, oldest first, as 'YYYY-MM'. */
export const lastMonths = (today: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => addMonths(`${today.slice(0, 7)}-01`, i + 1 - count).slice(0, 7));

/** [from, to), and the moment until which is counted what was known: the earlier of the end and now. */
export interface Instants {
  from: Date;
  to: Date;
  asOf: Date;
}
export function instantsOf(days: Days, now: Date): Instants {
  const to = instantOf(addDays(days.until, 1), "00:00");
  return { from: instantOf(days.from, "00:00"), to, asOf: to < now ? to : now };
}

/** Two days as the instants between which figures are counted, for SQL. */
export function spanOf(days: Days, now: Date, relapseDays: number): Span {
  const { from, to, asOf } = instantsOf(days, now);
  const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;
  return { from: instant(from), to: instant(to), asOf: instant(asOf), relapseDays };
}
