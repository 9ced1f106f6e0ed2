import type { Presence } from "../../slots/presence";
import type { Guest, PartyTime, WantedParty, WeekHours } from "./solver-input";
import { dayNumber, minuteOfDay, minutesOf, msOf, weekdayOfNumber } from "./wall-clock";

/** An hour at a place. `point` null = nobody has to travel to it. */
export interface Hour {
  from: number;
  to: number;
  point: string | null;
  travelMinutes: number;
}

interface Piece {
  from: number;
  until: number;
}

/** Whether these pieces of a day together cover all of [from, until). */
function covers(pieces: readonly Piece[], from: number, until: number): boolean {
  let reached = from;
  const inOrder = pieces.length > 1 ? [...pieces].sort((a, b) => a.from - b.from) : pieces;
  for (const piece of inOrder) {
    if (piece.from > reached) break;
    reached = Math.max(reached, piece.until);
  }
  return reached >= until;
}

function weekPresence(week: readonly WeekHours[], hour: Hour): Presence {
  const weekday = weekdayOfNumber(dayNumber(hour.from));
  const from = minuteOfDay(hour.from);
  const until = from + minutesOf(hour.to - hour.from);
  const told = week.filter((hours) => hours.weekday === weekday);
  if (
    covers(
      told.filter(({ mood }) => mood === "free"),
      from,
      until,
    )
  )
    return "can";
  return covers(told, from, until) ? "ifNeedBe" : "cannot";
}

/** Taken at that time, or too close to something at another place to travel between the two. */
function isTaken(guest: Guest, { from, to, point, travelMinutes }: Hour): boolean {
  const way = msOf(travelMinutes);
  return guest.busy.some((busy) => {
    const gap = point !== null && busy.pointId !== null && busy.pointId !== point ? way : 0;
    return busy.from < to + gap && from < busy.to + gap;
  });
}

/** Whether this guest can come to that hour: what app.presence_among says of one hour, for the many that are tried. */
export function guestPresence(guest: Guest, hour: Hour): Presence {
  if (isTaken(guest, hour)) return "cannot";
  if (guest.week === null) return "unknown";
  const told = weekPresence(guest.week, hour);
  return told !== "cannot" && guest.isUnsure ? "unknown" : told;
}

const holdsOn = (time: PartyTime, day: number) =>
  (time.fromDay === null || time.fromDay <= day) && (time.untilDay === null || day <= time.untilDay);
const isOfDay = (time: PartyTime, day: number) =>
  holdsOn(time, day) && (time.weekday === null || time.weekday === weekdayOfNumber(day));

/**
 * Whether this party can come. "only" restricts every day of its period, not only its weekday: "only Tuesday mornings"
 * rules Wednesday out. A party that nobody has asked is unknown.
 */
export function partyPresence(party: WantedParty, hour: Hour): Presence {
  if (party.times.length === 0) return "unknown";
  const day = dayNumber(hour.from);
  const from = minuteOfDay(hour.from);
  const until = from + minutesOf(hour.to - hour.from);
  const touched = party.times.filter((time) => isOfDay(time, day) && time.from < until && from < time.until);
  if (touched.some(({ kind }) => kind === "cannot")) return "cannot";
  const only = party.times.filter((time) => time.kind === "only" && holdsOn(time, day));
  if (
    only.length > 0 &&
    !covers(
      only.filter((time) => isOfDay(time, day)),
      from,
      until,
    )
  )
    return "cannot";
  return touched.some(({ kind }) => kind === "reluctant") ? "ifNeedBe" : "can";
}
