import type { SolverInput, WantedRoom } from "./solver-input";
import { dayNumber, instantOfDay, msOf, weekdayOfNumber } from "./wall-clock";

/** A start in a room that is open and large enough, whoever is free. */
export interface CandidateSlot {
  start: number;
  room: WantedRoom;
  /** Place of the room in the order of preference. */
  rank: number;
}

/** Every start of the window in every room that is open then and large enough, by start, then by room. */
export function candidateSlots(solverInput: SolverInput): CandidateSlot[] {
  const { from, until, minutes, step, closedDays, seatsNeeded } = solverInput;
  const length = msOf(minutes);
  const found: CandidateSlot[] = [];
  const rooms = solverInput.rooms.map((room, rank) => ({ room, rank })).filter(({ room }) => room.seats >= seatsNeeded);
  for (let day = dayNumber(from); day <= dayNumber(until); day += 1) {
    if (closedDays.has(day)) continue;
    const weekday = weekdayOfNumber(day);
    for (const { room, rank } of rooms) {
      const open = room.hours.find((hours) => hours.weekday === weekday);
      if (!open) continue;
      const closes = instantOfDay(day, open.closes);
      const first = Math.ceil(open.opens / step) * step;
      for (let start = instantOfDay(day, first); start + length <= closes; start += msOf(step)) {
        if (start >= from && start + length <= until) found.push({ start, room, rank });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start || a.rank - b.rank);
}
