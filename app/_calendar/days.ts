import { dayNumber, readMoment, toWallClock } from "@/app/_ui/format/shanghai";

/** A calendar day some days later: "2026-11-26" + 1 = "2026-11-27". */
export function addDays(day: string, days: number): string {
  return new Date(dayNumber(readMoment(day)) * 86_400_000 + days * 86_400_000).toISOString().slice(0, 10);
}

/** Monday to Sunday around a day. */
export function weekOf(day: string): string[] {
  const monday = addDays(day, -((readMoment(day).weekday + 6) % 7));
  return Array.from({ length: 7 }, (_, i) => addDays(monday, i));
}

/** The day an instant falls on in Shanghai. */
export const dayOf = (instant: Date | string): string => toWallClock(instant).slice(0, 10);

/** A day from the address, or today when it is missing or no day. */
export function dayFrom(typed: string | undefined, now: Date): string {
  const isDay = typed !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(typed));
  return isDay && addDays(typed, 0) === typed ? typed : dayOf(now);
}

/** True if the span touches this Shanghai day. A span that ends at midnight does not touch the following day. */
export function isOn({ startsAt, endsAt }: { startsAt: string; endsAt: string }, day: string): boolean {
  return dayOf(startsAt) <= day && day <= dayOf(new Date(Date.parse(endsAt) - 1));
}

/** The part of a span that falls on a day, so that a week of leave fills each of its days. */
export function partOn<S extends { startsAt: string; endsAt: string }>(span: S, day: string): S {
  const [opens, closes] = [Date.parse(`${day}T00:00:00+08:00`), Date.parse(`${addDays(day, 1)}T00:00:00+08:00`) - 1];
  return {
    ...span,
    startsAt: new Date(Math.max(Date.parse(span.startsAt), opens)).toISOString(),
    endsAt: new Date(Math.min(Date.parse(span.endsAt), closes)).toISOString(),
  };
}

/** Whole weeks, Monday first, around the month of a day. */
export function monthSheet(day: string): string[] {
  const first = weekOf(`${day.slice(0, 7)}-01`)[0] ?? day;
  const days: string[] = [];
  for (let at = first; days.length % 7 !== 0 || at.slice(0, 7) <= day.slice(0, 7); at = addDays(at, 1)) days.push(at);
  return days;
}

/** The first day of the month before or after. */
export function monthStep(day: string, months: 1 | -1): string {
  const first = `${day.slice(0, 7)}-01`;
  return months === 1 ? `${addDays(first, 31).slice(0, 7)}-01` : `${addDays(first, -1).slice(0, 7)}-01`;
}
