import { toWallClock } from "@/app/_ui/format/shanghai";
import type { DayLine } from "./session";

export const firstHour = 8;
const lastHour = 21;
export const cellMinutes = 30;
export const cellCount = ((lastHour - firstHour) * 60) / cellMinutes;

/** Minutes since midnight of "HH:mm". */
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const two = (n: number) => String(n).padStart(2, "0");

/** The time "14:30" at which the strip's nth half hour begins. */
export function cellTime(cell: number): string {
  const minutes = firstHour * 60 + cell * cellMinutes;
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

interface Reach {
  from: number;
  to: number;
}
/** Busy time of a row on a day, in minutes since midnight; cut at midnight. `away` gives the hours they are away instead. */
export function busyOf(line: DayLine, day: string, kind: "busy" | "away" = "busy"): Reach[] {
  const at = (instant: string, other: number) =>
    toWallClock(instant).slice(0, 10) === day ? minuteOf(toWallClock(instant).slice(11)) : other;
  return line[kind].map((span) => ({ from: at(span.from, 0), to: at(span.to, 24 * 60) }));
}

export const overlaps = (busy: readonly Reach[], from: number, to: number) =>
  busy.some((span) => span.from < to && from < span.to);

export type CellState = "free" | "taken" | "closed" | "short";

/**
 * Whether a half hour of a room is possible as a start: taken or closed by itself; "short" when the session would
 * overlap another booking, closing time, or another appointment of one of its people.
 */
export function cellState(
  room: DayLine,
  day: string,
  cell: number,
  minutes: number,
  people: readonly Reach[],
): CellState {
  const from = firstHour * 60 + cell * cellMinutes;
  const busy = busyOf(room, day);
  if (!room.opens || !room.closes || from < minuteOf(room.opens) || from >= minuteOf(room.closes)) return "closed";
  if (overlaps(busy, from, from + cellMinutes)) return "taken";
  const to = from + minutes;
  return to > minuteOf(room.closes) || overlaps(busy, from, to) || overlaps(people, from, to) ? "short" : "free";
}
