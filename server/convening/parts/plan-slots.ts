import type { Office } from "../../rules/office-hours";
import type { Presence } from "../../slots/presence";
import { answerTimes } from "./answer-times";
import type { guestOf } from "./make-solver-input";
import { guestPresence } from "./presence";
import type { PieceRoom } from "./read-pieces";
import type { Solution } from "./solve";
import type { Blocker, EvaluatedSlot, SolverInput } from "./solver-input";

export interface PlanSlot {
  startsAt: string;
  endsAt: string;
  room: { id: string; name: string; seats: number; point: string; address: string };
  /** By id of person or party, the unticked ones too. */
  presence: Record<string, Presence>;
  blockers: Blocker[];
  missing: Blocker[];
  doubts: number;
  /** If it were sent now. */
  answerBy: string;
  heldUntil: string;
}

export interface Solved {
  solution: Solution;
  solverInput: SolverInput;
  /** The people whom nobody has ticked. */
  others: readonly ReturnType<typeof guestOf>[];
  rooms: readonly PieceRoom[];
}

/** The hours that fit, best first; when there is none, those that come nearest. */
export function planSlots({ solution, solverInput, others, rooms }: Solved, now: Date, office: Office): PlanSlot[] {
  return (solution.best.length > 0 ? solution.best : solution.nearMisses).map((slot) => {
    const startsAt = new Date(slot.start);
    const { answerBy, heldUntil } = answerTimes(startsAt, now, office);
    return {
      startsAt: startsAt.toISOString(),
      endsAt: new Date(slot.start + solverInput.minutes * 60_000).toISOString(),
      room: roomOf(rooms, slot.roomId),
      presence: presenceOf(slot, solverInput, others),
      blockers: [...slot.blockers],
      missing: [...slot.missing],
      doubts: slot.doubts,
      answerBy: answerBy.toISOString(),
      heldUntil: heldUntil.toISOString(),
    };
  });
}

/** Everyone's state at an hour, those nobody has ticked included. */
function presenceOf(slot: EvaluatedSlot, solverInput: SolverInput, others: Solved["others"]) {
  const room = solverInput.rooms.find((one) => one.id === slot.roomId);
  const to = slot.start + solverInput.minutes * 60_000;
  const point = solverInput.travelMinutes > 0 ? (room?.pointId ?? null) : null;
  const at = { from: slot.start, to, point, travelMinutes: solverInput.travelMinutes };
  return {
    ...Object.fromEntries(others.map((other) => [other.id, guestPresence(other, at)])),
    ...Object.fromEntries(slot.presence),
  };
}

// Half an hour earlier is no reason to do without somebody.
const worthAsking = 3 * 3_600_000;

/** Without whom a clearly earlier hour would fit. */
export function planRelaxations({ solution, rooms }: Solved) {
  const { best, help } = solution;
  return help.relaxations
    .filter(({ start }) => !best[0] || start <= best[0].start - worthAsking)
    .map(({ who, start, roomId }) => ({
      who,
      startsAt: new Date(start).toISOString(),
      room: roomOf(rooms, roomId).name,
    }));
}

function roomOf(rooms: readonly PieceRoom[], id: string): PlanSlot["room"] {
  const room = rooms.find((one) => one.id === id);
  if (!room) throw new Error("the solver named a room it was not given");
  const { name, seats, point, address } = room;
  return { id, name, seats, point, address };
}
