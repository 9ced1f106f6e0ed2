import { dayNumber, readMoment, toWallClock } from "@/app/_ui/format/shanghai";
import type { MoveCheck } from "@/server/calendars/reads/move-check";

/** Where a booking would go: a room and an instant as ISO text. */
export interface MoveTarget {
  roomId: string;
  startsAt: string;
  endsAt: string;
}

/**
 * `away`: possible, but somebody cannot come then; `unknown`: possible, but of somebody nobody knows; taken, closed, past: not
 * possible. `names` are those in conflict.
 */
export interface Verdict {
  state: "free" | "away" | "unknown" | "taken" | "closed" | "past" | "same";
  names: string[];
}

export const stepMinutes = 15;

const overlaps = (spans: readonly { from: string; to: string }[], from: number, to: number) =>
  spans.some((span) => Date.parse(span.from) < to && from < Date.parse(span.to));

/** "14:30" of an instant in Shanghai. */
const timeOf = (instant: string) => toWallClock(instant).slice(11);

function isOpen(room: MoveCheck["rooms"][number], { startsAt, endsAt }: MoveTarget): boolean {
  const { weekday } = readMoment(startsAt);
  const hours = room.hours.find((one) => one.weekday === ((weekday + 6) % 7) + 1);
  const sameDay = dayNumber(readMoment(startsAt)) === dayNumber(readMoment(endsAt));
  return Boolean(hours && sameDay && hours.opens <= timeOf(startsAt) && timeOf(endsAt) <= hours.closes);
}

/** Whether the booking may go there, decided before the drop from what was fetched when it was picked up. */
export function judge(check: MoveCheck, target: MoveTarget, now: Date): Verdict {
  const [from, to] = [Date.parse(target.startsAt), Date.parse(target.endsAt)];
  if (from === Date.parse(check.startsAt) && target.roomId === check.roomId) return { state: "same", names: [] };
  if (from <= now.getTime()) return { state: "past", names: [] };
  const room = check.rooms.find(({ id }) => id === target.roomId);
  if (!room || !isOpen(room, target)) return { state: "closed", names: room ? [room.name] : [] };
  const taken = [room, ...check.people].filter((one) => overlaps(one.taken, from, to)).map(({ name }) => name);
  if (taken.length > 0) return { state: "taken", names: taken };
  const away = check.people.filter(
    (person) => overlaps(person.away, from, to) || isTooFar(person, room, check, from, to),
  );
  if (away.length > 0) return { state: "away", names: away.map(({ name }) => name) };
  const unsure = check.people.filter(({ isUnsure }) => isUnsure);
  return unsure.length > 0 ? { state: "unknown", names: unsure.map(({ name }) => name) } : { state: "free", names: [] };
}

/** Whether something at another point leaves too little time to travel. */
function isTooFar(
  { taken }: MoveCheck["people"][number],
  { pointId }: MoveCheck["rooms"][number],
  { travelMinutes }: MoveCheck,
  from: number,
  to: number,
): boolean {
  const way = travelMinutes * 60_000;
  const elsewhere = taken.filter((span) => span.pointId !== null && span.pointId !== pointId);
  return way > 0 && overlaps(elsewhere, from - way, to + way);
}

/** Whether a booking may be moved there, with or without a warning. */
export const isPossible = (verdict: Verdict | null): boolean =>
  verdict !== null && (verdict.state === "free" || verdict.state === "away" || verdict.state === "unknown");

/** The target some minutes later or earlier, in another room, or on another day ("2026-11-26"), same length. */
export function shifted(
  target: MoveTarget,
  by: { minutes?: number; roomId?: string; day?: string; firstHour: number; lastHour: number },
): MoveTarget {
  const length = Date.parse(target.endsAt) - Date.parse(target.startsAt);
  const wall = toWallClock(target.startsAt);
  const day = by.day ?? wall.slice(0, 10);
  const earliest = by.firstHour * 60;
  const latest = Math.max(by.lastHour * 60 - length / 60_000, earliest);
  const minutes = Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14)) + (by.minutes ?? 0);
  return at(day, Math.min(Math.max(minutes, earliest), latest), length, by.roomId ?? target.roomId);
}

/** The target at this minute of a day, rounded to the step. */
export function at(day: string, minutes: number, length: number, roomId: string): MoveTarget {
  const snapped = Math.round(minutes / stepMinutes) * stepMinutes;
  const start = Date.parse(`${day}T00:00:00+08:00`) + snapped * 60_000;
  return { roomId, startsAt: new Date(start).toISOString(), endsAt: new Date(start + length).toISOString() };
}

/** The free places of the target's own day and room, on the half hour: the nearest ones, in order of time. */
export function freeNear(check: MoveCheck, target: MoveTarget, now: Date, most: number): MoveTarget[] {
  const wanted = Date.parse(target.startsAt);
  const length = Date.parse(target.endsAt) - wanted;
  const day = toWallClock(target.startsAt).slice(0, 10);
  return Array.from({ length: 48 }, (_, i) => at(day, i * 30, length, target.roomId))
    .filter((one) => ["free", "unknown"].includes(judge(check, one, now).state))
    .sort((a, b) => Math.abs(Date.parse(a.startsAt) - wanted) - Math.abs(Date.parse(b.startsAt) - wanted))
    .slice(0, most)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}
