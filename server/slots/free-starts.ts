import { addDays, dayOf, instantOf, weekdayOf } from "../kernel/shanghai";

/** Opening hours of a room: weekday 1–7 → "HH:mm" in Shanghai. A weekday left out is closed. */
export type Hours = ReadonlyMap<number, { opens: string; closes: string }>;
export interface Span {
  from: Date;
  to: Date;
}

const stepMs = 30 * 60_000;
const daysAhead = 14;

/**
 * Starts on the half hour, from `from` on and within 14 days, at which nothing in `busy` overlaps and
 * the room stays open to the end. At most `max` of them, earliest first.
 */
export function freeStarts(wanted: {
  hours: Hours;
  busy: readonly Span[];
  minutes: number;
  from: Date;
  max: number;
}): Date[] {
  const { hours, busy, minutes, from, max } = wanted;
  const length = minutes * 60_000;
  const found: Date[] = [];
  const firstDay = dayOf(from);
  for (let away = 0; away <= daysAhead; away += 1) {
    const day = addDays(firstDay, away);
    const open = hours.get(weekdayOf(day));
    if (!open) continue;
    const closes = instantOf(day, open.closes).getTime();
    const earliest = Math.max(from.getTime(), instantOf(day, open.opens).getTime());
    for (let start = Math.ceil(earliest / stepMs) * stepMs; start + length <= closes; start += stepMs) {
      if (busy.some((span) => span.from.getTime() < start + length && start < span.to.getTime())) continue;
      found.push(new Date(start));
      if (found.length === max) return found;
    }
  }
  return found;
}
