import { dayNumber, readMoment, toWallClock } from "@/app/_ui/shanghai";

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
