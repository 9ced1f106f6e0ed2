import type { Presence } from "../../slots/presence";
import type { CandidateSlot } from "./candidates";
import { guestPresence, type Hour, partyPresence } from "./presence";
import type { Blocker, EvaluatedSlot, SolverInput, WantedGroup } from "./solver-input";
import { dayNumber, minuteOfDay, msOf, weekdayOfNumber } from "./wall-clock";

const isDoubtful = (presence: Presence) => presence === "ifNeedBe" || presence === "unknown";

/** The seats of a group at an hour: whether enough can come, and how many of the best seats are uncertain. */
function groupSeats(group: WantedGroup, presence: ReadonlyMap<string, Presence>) {
  const states = group.members.map((member) => presence.get(member.id) ?? "cannot");
  const sure = states.filter((state) => state === "can").length;
  const doubtful = states.filter(isDoubtful).length;
  return {
    isFull: sure + doubtful >= group.seats,
    doubts: Math.min(doubtful, Math.max(0, group.seats - sure)),
  };
}

/** Usual office hours, morning and afternoon. */
const usual = [
  { from: 510, until: 720 },
  { from: 810, until: 1080 },
] as const;

function isOddHour(start: number, { minutes, workedDays }: SolverInput): boolean {
  const from = minuteOfDay(start);
  const isInside = usual.some((hours) => hours.from <= from && from + minutes <= hours.until);
  const day = dayNumber(start);
  return !isInside || (weekdayOfNumber(day) > 5 && !workedDays.has(day));
}

/** What an hour at a place means for everybody who is wanted; the room itself is left out. */
type People = Pick<EvaluatedSlot, "presence" | "blockers" | "missing" | "doubts" | "isOddHour">;

/** Who can come to this start at a place, which required ones cannot, and who else would be missing. */
function peopleAt(solverInput: SolverInput, hour: Hour): People {
  const presence = new Map<string, Presence>();
  const blockers: Blocker[] = [];
  const missing: Blocker[] = [];
  let doubts = 0;
  const lack = (isRequired: boolean, what: Blocker) => (isRequired ? blockers : missing).push(what);

  for (const party of solverInput.parties) {
    const state = partyPresence(party, hour);
    presence.set(party.id, state);
    if (state === "cannot") lack(party.isRequired, { kind: "party", id: party.id });
    else if (isDoubtful(state)) doubts += 1;
  }
  for (const guest of solverInput.guests) {
    const state = guestPresence(guest, hour);
    presence.set(guest.id, state);
    if (state === "cannot") lack(guest.isRequired, { kind: "guest", id: guest.id });
    else if (isDoubtful(state)) doubts += 1;
  }
  for (const group of solverInput.groups) {
    for (const member of group.members) presence.set(member.id, guestPresence(member, hour));
    const seats = groupSeats(group, presence);
    if (!seats.isFull) lack(group.isRequired, { kind: "group", id: group.id });
    else doubts += seats.doubts;
  }
  return { presence, blockers, missing, doubts, isOddHour: isOddHour(hour.from, solverInput) };
}

/**
 * Judges candidates in the order they are given, by start: rooms of one place share what an hour means for the people, which
 * is most of the work.
 */
export function evaluateSlots(
  solverInput: SolverInput,
  candidates: readonly CandidateSlot[],
): (EvaluatedSlot & { rank: number })[] {
  const { travelMinutes, minutes } = solverInput;
  let known: { start: number; byPoint: Map<string | null, People> } = { start: Number.NaN, byPoint: new Map() };
  return candidates.map(({ start, room, rank }) => {
    if (known.start !== start) known = { start, byPoint: new Map() };
    const to = start + msOf(minutes);
    const point = travelMinutes > 0 ? room.pointId : null;
    const people = known.byPoint.get(point) ?? peopleAt(solverInput, { from: start, to, point, travelMinutes });
    known.byPoint.set(point, people);
    const isTaken = room.busy.some((busy) => busy.from < to && start < busy.to);
    const blockers = isTaken ? [...people.blockers, { kind: "room" as const, id: room.id }] : people.blockers;
    return { start, roomId: room.id, rank, ...people, blockers };
  });
}
