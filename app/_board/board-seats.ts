import type { SeatState } from "@/app/_seats/seat";
import type { Board, BoardForce, BoardInvitation } from "@/server/invitations/reads/board";

/** One place of the board: the force, the invitation that counts now, and all earlier ones, oldest first. */
export interface BoardSeat {
  force: BoardForce;
  state: SeatState;
  current: BoardInvitation | null;
  history: BoardInvitation[];
  suggestion: { personId: string; name: string; post: string } | null;
}

const isLive = (one: BoardInvitation) => one.status === "sent" || one.status === "seen" || one.status === "accepted";

/** The worker may be a minute late: what is past its deadline shows as expired at once. */
const stateOf = (one: BoardInvitation, now: Date): SeatState =>
  one.status === "withdrawn"
    ? "suggested"
    : (one.status === "sent" || one.status === "seen") && Date.parse(one.answerBy) <= now.getTime()
      ? "expired"
      : one.status;

function seatOf(board: Board, force: BoardForce, now: Date): BoardSeat {
  const history = board.invitations.filter((one) => one.forceCode === force.code);
  const asked = history.filter((one) => one.status !== "withdrawn");
  const current = asked.findLast((one) => one.status === "accepted") ?? asked.findLast(isLive) ?? asked.at(-1) ?? null;
  const isObjected = (!current || !isLive(current)) && Boolean(force.objecting?.length);
  const state = isObjected ? "objected" : current ? stateOf(current, now) : "suggested";
  return {
    force,
    state,
    current: isObjected ? null : current,
    history,
    suggestion: board.suggestions[force.code] ?? null,
  };
}

/** The eight places in the county's order, then further forces and second people of one force. */
export function seatsOf(board: Board, now: Date): { eight: BoardSeat[]; plus: BoardSeat[] } {
  const all = board.forces.map((force) => seatOf(board, force, now));
  const second = all.flatMap((seat) =>
    seat.history
      .filter((one) => isLive(one) && one !== seat.current)
      .map((one): BoardSeat => ({ ...seat, current: one, state: stateOf(one, now) })),
  );
  return { eight: all.slice(0, 8), plus: [...all.slice(8), ...second] };
}

/** How many seats were asked, and how they stand. */
export function tallyOf(seats: readonly BoardSeat[]) {
  const count = (...states: SeatState[]) => seats.filter((seat) => seat.current && states.includes(seat.state)).length;
  const parts = {
    accepted: count("accepted"),
    waiting: count("sent", "seen"),
    silent: count("expired"),
    declined: count("declined"),
  };
  return { asked: seats.filter((seat) => seat.current).length, parts };
}
