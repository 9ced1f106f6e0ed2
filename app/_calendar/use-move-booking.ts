import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import type { CalendarBlock } from "@/server/sessions/reads/calendar";
import type { Uncertain } from "@/server/slots/require-free";
import type { MoveTarget } from "./move-target";

/** The act behind every way of moving: for a session or a town hall, with the version the reader saw. */
export function useMoveBooking(block: CalendarBlock, onDone: (done: { uncertain: readonly Uncertain[] }) => void) {
  const trpc = useTRPC();
  const session = useAct(trpc.sessions.move.mutationOptions(), { onDone });
  const meeting = useAct(trpc.townHalls.move.mutationOptions(), { onDone });
  return {
    isBusy: session.isBusy || meeting.isBusy,
    problem: session.problem ?? meeting.problem,
    reset() {
      session.reset();
      meeting.reset();
    },
    run({ startsAt, endsAt, roomId }: MoveTarget, despite: string) {
      const to = { startsAt, minutes: (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000, roomId, despite };
      if (!block.session) {
        // Only whoever may move it has a block that moves, and they know its room.
        if (block.roomId === null) return Promise.resolve(null);
        return meeting.run({
          meetingId: block.id,
          startsAtSeen: new Date(block.startsAt).toISOString(),
          roomIdSeen: block.roomId,
          ...to,
        });
      }
      const { disputeId, version } = block.session;
      return session.run({ disputeId, sessionId: block.id, sessionVersion: version, ...to });
    },
  };
}
