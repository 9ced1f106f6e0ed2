import type { SessionMode } from "@/db/vocabulary";
import type { Attendee, Part } from "./choose-attendees";
import type { PieceAvailability, PieceRoom, PieceTime, PlanPieces } from "./read-pieces";
import type { Guest, PartyTime, SolverInput, WantedRoom } from "./solver-input";
import { minutesOfTime, numberOfDay } from "./wall-clock";

const half = 1_800_000;

type Held = PlanPieces["held"];

/** The hour this proceeding already holds does not count as taken when it is planned again. */
const isOwnHold = (busy: { from: string; to: string }, held: Held, id: string) =>
  held?.personIds.includes(id) &&
  Date.parse(busy.from) === Date.parse(held.startsAt) &&
  Date.parse(busy.to) === Date.parse(held.endsAt);

/** A person with their usual week and the time already taken. */
export function guestOf(attendee: Attendee, told: PieceAvailability | undefined, held: Held): Guest {
  const week = (told?.week ?? []).map(({ weekday, from, until, mood }) => ({
    weekday,
    from: minutesOfTime(from),
    until: minutesOfTime(until),
    mood,
  }));
  return {
    id: attendee.personId,
    week: week.length > 0 ? week : null,
    isUnsure: told?.isUnsure ?? true,
    busy: (told?.busy ?? [])
      .filter((busy) => !isOwnHold(busy, held, attendee.personId))
      .map(({ from, to, pointId }) => ({ from: Date.parse(from), to: Date.parse(to), pointId })),
  };
}

const partyTime = (time: PieceTime): PartyTime => ({
  kind: time.kind,
  weekday: time.weekday,
  fromDay: time.fromDay ? numberOfDay(time.fromDay) : null,
  untilDay: time.untilDay ? numberOfDay(time.untilDay) : null,
  from: minutesOfTime(time.fromTime),
  until: minutesOfTime(time.untilTime),
});
const wantedRoom = (room: PieceRoom): WantedRoom => ({
  id: room.id,
  pointId: room.pointId,
  seats: room.seats,
  hours: room.hours.map(({ weekday, opens, closes }) => ({
    weekday,
    opens: minutesOfTime(opens),
    closes: minutesOfTime(closes),
  })),
  busy: room.busy.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) })),
});

export interface Wanted {
  pieces: Pick<PlanPieces, "rooms" | "held">;
  attendees: readonly Attendee[];
  parts: readonly Part[];
  partyIds: readonly string[];
  times: readonly PieceTime[];
  availability: ReadonlyMap<string, PieceAvailability>;
  from: Date;
  until: Date;
  minutes: number;
  mode: SessionMode;
  officeDays: { closed: ReadonlySet<number>; worked: ReadonlySet<number> };
  travelMinutes: number;
}

/**
 * Makes the solver's input from the chosen people and what is known of them. By video nobody travels, and only the
 * parties need the room.
 */
export function solverInputOf(wanted: Wanted): SolverInput {
  const { pieces, attendees, parts, partyIds, times, availability, mode } = wanted;
  const guest = (attendee: Attendee) => guestOf(attendee, availability.get(attendee.personId), pieces.held);
  const ticked = attendees.filter((one) => one.isTicked);
  const staff = ticked.filter((one) => one.forceCode === null);
  const ofPart = (part: Part) => ticked.filter((one) => one.forceCode === part.forceCode && !one.isNamed);
  const named = ticked.filter((one) => one.isNamed);
  return {
    guests: [
      ...staff.map((one) => ({ ...guest(one), isRequired: one.standing === "lead" })),
      ...named.map((one) => ({ ...guest(one), isRequired: true })),
      ...parts
        .filter(({ part }) => part !== "any")
        .flatMap((part) => ofPart(part).map((one) => ({ ...guest(one), isRequired: part.part === "all" }))),
    ],
    groups: parts
      .filter(({ part }) => part === "any")
      .map((part) => ({ id: part.forceCode, seats: part.seats, isRequired: true, members: ofPart(part).map(guest) })),
    parties: partyIds.map((id) => ({
      id,
      isRequired: true,
      times: times.filter((time) => time.partyId === id).map(partyTime),
    })),
    rooms: pieces.rooms.map(wantedRoom),
    from: Math.ceil(wanted.from.getTime() / half) * half,
    until: wanted.until.getTime(),
    minutes: wanted.minutes,
    step: 30,
    closedDays: wanted.officeDays.closed,
    workedDays: wanted.officeDays.worked,
    travelMinutes: mode === "video" ? 0 : wanted.travelMinutes,
    seatsNeeded: partyIds.length + (mode === "video" ? 1 : ticked.length),
  };
}
