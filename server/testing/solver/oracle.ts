import type { Guest, PartyTime, SolverInput, WantedParty, WantedRoom } from "../../convening/parts/solver-input";
import type { Presence } from "../../slots/presence";

/**
 * A second implementation of the solver, written to be obviously right and not to be fast: it tries every start on a
 * quarter of an hour, every minute of the session, every subset of seats and every subset of required ones to drop.
 */
interface Answer {
  start: number;
  roomId: string;
  presence: Record<string, Presence>;
  blockers: string[];
  missing: string[];
  doubts: number;
}
export interface OracleSolution {
  best: Answer[];
  nearMisses: Answer[];
  /** Size of the smallest set of required ones without which some hour would fit. */
  fewest: number;
  tried: number;
}

const minute = 60_000;
const clockOf = (at: number) => new Date(at + 8 * 3_600_000);
const dayTextOf = (at: number) => clockOf(at).toISOString().slice(0, 10);
const minuteOf = (at: number) => clockOf(at).getUTCHours() * 60 + clockOf(at).getUTCMinutes();
const weekdayOf = (at: number) => clockOf(at).getUTCDay() || 7;
const dayNumberOf = (at: number) => Date.parse(`${dayTextOf(at)}T00:00:00Z`) / 86_400_000;
/** All times of an instance are multiples of five minutes. */
const minutesWithin = (from: number, to: number) => {
  const all: number[] = [];
  for (let at = from; at < to; at += 5 * minute) all.push(at);
  return all;
};
const subsets = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: 2 ** items.length }, (_, bits) =>
    items.filter((_item, i) => Math.floor(bits / 2 ** i) % 2 === 1),
  );

function guestAt(solverInput: SolverInput, guest: Guest, room: WantedRoom, from: number, to: number): Presence {
  for (const busy of guest.busy) {
    const away = busy.pointId !== null && busy.pointId !== room.pointId ? solverInput.travelMinutes * minute : 0;
    const unreachable = minutesWithin(busy.from - away, busy.to + away);
    if (unreachable.some((at) => at >= from && at < to)) return "cannot";
  }
  if (!guest.week) return "unknown";
  const givenWeek = guest.week;
  const moods = minutesWithin(from, to).map((at) => {
    const of = givenWeek.filter(
      (w) => w.weekday === weekdayOf(from) && minuteOf(at) >= w.from && minuteOf(at) < w.until,
    );
    return of.some((w) => w.mood === "free") ? "free" : of.length > 0 ? "reluctant" : "no";
  });
  if (moods.every((mood) => mood === "free")) return "can";
  return moods.includes("no") ? "cannot" : "ifNeedBe";
}

function partyAt(party: WantedParty, from: number, to: number): Presence {
  if (party.times.length === 0) return "unknown";
  const day = dayNumberOf(from);
  const inForce = (t: PartyTime) =>
    !(t.fromDay !== null && day < t.fromDay) && !(t.untilDay !== null && day > t.untilDay);
  const at = (t: PartyTime, m: number) =>
    inForce(t) && (t.weekday ?? weekdayOf(from)) === weekdayOf(from) && minuteOf(m) >= t.from && minuteOf(m) < t.until;
  const isBound = party.times.some((t) => t.kind === "only" && inForce(t));
  let state: Presence = "can";
  for (const m of minutesWithin(from, to)) {
    if (party.times.some((t) => t.kind === "cannot" && at(t, m))) return "cannot";
    if (isBound && !party.times.some((t) => t.kind === "only" && at(t, m))) return "cannot";
    if (party.times.some((t) => t.kind === "reluctant" && at(t, m))) state = "ifNeedBe";
  }
  return state;
}

/** One hour in one room, evaluated; `without` are required ones that are dropped. */
function answerFor(solverInput: SolverInput, room: WantedRoom, start: number): Answer {
  const to = start + solverInput.minutes * minute;
  const presence: Record<string, Presence> = {};
  const blockers: string[] = [];
  const missing: string[] = [];
  let doubts = 0;
  for (const party of solverInput.parties) {
    const state = partyAt(party, start, to);
    presence[party.id] = state;
    if (state === "cannot") (party.isRequired ? blockers : missing).push(`party:${party.id}`);
    else if (state !== "can") doubts += 1;
  }
  for (const guest of solverInput.guests) {
    const state = guestAt(solverInput, guest, room, start, to);
    presence[guest.id] = state;
    if (state === "cannot") (guest.isRequired ? blockers : missing).push(`guest:${guest.id}`);
    else if (state !== "can") doubts += 1;
  }
  for (const group of solverInput.groups) {
    for (const member of group.members) presence[member.id] = guestAt(solverInput, member, room, start, to);
    const ways = subsets(group.members)
      .filter((set) => set.length === group.seats && set.every((member) => presence[member.id] !== "cannot"))
      .map((set) => set.filter((member) => presence[member.id] !== "can").length);
    if (ways.length === 0) (group.isRequired ? blockers : missing).push(`group:${group.id}`);
    else doubts += Math.min(...ways);
  }
  const taken = minutesWithin(start, to).some((at) => room.busy.some((busy) => at >= busy.from && at < busy.to));
  if (taken) blockers.push(`room:${room.id}`);
  return { start, roomId: room.id, presence, blockers: blockers.sort(), missing: missing.sort(), doubts };
}

function everyHour(solverInput: SolverInput): Answer[] {
  const answers: Answer[] = [];
  const first = Date.parse(`${dayTextOf(solverInput.from)}T00:00:00+08:00`);
  for (let start = first; start < solverInput.until; start += solverInput.step * minute) {
    for (const room of solverInput.rooms) {
      const end = start + solverInput.minutes * minute;
      const fits = room.hours.some(
        (open) =>
          open.weekday === weekdayOf(start) &&
          minuteOf(start) >= open.opens &&
          minuteOf(start) + solverInput.minutes <= open.closes,
      );
      const isLater = start >= solverInput.from && end <= solverInput.until;
      if (fits && isLater && room.seats >= solverInput.seatsNeeded && !solverInput.closedDays.has(dayNumberOf(start)))
        answers.push(answerFor(solverInput, room, start));
    }
  }
  return answers;
}

const isOdd = (solverInput: SolverInput, start: number) => {
  const minutes = minutesWithin(start, start + solverInput.minutes * minute).map(minuteOf);
  const morning = minutes.every((m) => m >= 8.5 * 60 && m < 12 * 60);
  const afternoon = minutes.every((m) => m >= 13.5 * 60 && m < 18 * 60);
  const isWeekend = ["6", "7"].includes(String(weekdayOf(start))) && !solverInput.workedDays.has(dayNumberOf(start));
  return isWeekend || !(morning || afternoon);
};

/** The order of preference as one sortable text. */
const meritOf = (solverInput: SolverInput, answer: Answer) =>
  [
    answer.blockers.length,
    answer.missing.length,
    answer.doubts,
    isOdd(solverInput, answer.start) ? 1 : 0,
    answer.start,
    solverInput.rooms.findIndex((room) => room.id === answer.roomId),
  ]
    .map((n) => String(n).padStart(16, "0"))
    .join(" ");

function oneOfEachHalfDay(solverInput: SolverInput, answers: readonly Answer[]): Answer[] {
  const partOf = (a: Answer) =>
    `${dayTextOf(a.start)} ${["am", "pm", "late"][minuteOf(a.start) < 720 ? 0 : minuteOf(a.start) < 1080 ? 1 : 2]}`;
  const sorted = [...answers].sort((a, b) => (meritOf(solverInput, a) < meritOf(solverInput, b) ? -1 : 1));
  return sorted.filter((a, i) => sorted.findIndex((b) => partOf(b) === partOf(a)) === i).slice(0, 5);
}

/** The fewest required ones that have to be dropped, found by dropping more and more of them. */
function fewestToGiveUp(answers: readonly Answer[]): number {
  const things = [...new Set(answers.flatMap((answer) => answer.blockers))];
  const bySize = subsets(things).sort((a, b) => a.length - b.length);
  const enough = bySize.find((given) => answers.some((a) => a.blockers.every((blocker) => given.includes(blocker))));
  return enough?.length ?? 0;
}

export function askOracle(solverInput: SolverInput): OracleSolution {
  const answers = everyHour(solverInput);
  const fitting = answers.filter((answer) => answer.blockers.length === 0);
  return {
    best: oneOfEachHalfDay(solverInput, fitting),
    nearMisses: fitting.length > 0 ? [] : oneOfEachHalfDay(solverInput, answers),
    fewest: fewestToGiveUp(answers),
    tried: new Set(answers.map((answer) => answer.start)).size,
  };
}

/** The earliest hour that fits, or null. */
export const earliestOf = (solverInput: SolverInput): number | null =>
  everyHour(solverInput)
    .filter((answer) => answer.blockers.length === 0)
    .map((answer) => answer.start)
    .sort((a, b) => a - b)[0] ?? null;
