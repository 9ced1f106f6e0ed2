import type { CandidateSlot } from "./candidates";
import { guestPresence, type Hour, partyPresence } from "./presence";
import type { Blocker, EvaluatedSlot, Presence, SolverInput, WantedGroup } from "./solver-input";
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

/** Who can come to this start in this room, which required ones cannot, and who else would be missing. */
export function evaluateSlot(solverInput: SolverInput, { start, room }: CandidateSlot): EvaluatedSlot {
  const to = start + msOf(solverInput.minutes);
  const hour: Hour = {
    from: start,
    to,
    point: solverInput.travelMinutes > 0 ? room.pointId : null,
    travelMinutes: solverInput.travelMinutes,
  };
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
  if (room.busy.some((busy) => busy.from < to && start < busy.to)) blockers.push({ kind: "room", id: room.id });
  return { start, roomId: room.id, presence, blockers, missing, doubts, isOddHour: isOddHour(start, solverInput) };
}
