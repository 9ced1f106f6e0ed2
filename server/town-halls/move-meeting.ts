import { and, eq } from "drizzle-orm";
import { slots } from "@/db/schema/sessions";
import { townHallMeetings } from "@/db/schema/town-halls";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import { bookableRoom, requireOpen, sessionSpan } from "../slots/bookable-room";
import { askHour, type Uncertain } from "../slots/require-free";
import { queueFor, takeSlots } from "../slots/take-slots";
import type { MoveMeetingInput } from "./inputs";
import { ownMeeting } from "./parts/own-meeting";

/**
 * Moves one meeting of a series to another time or room; the others stay where they are. Refused when the room or the chair
 * is taken then, or the chair cannot come and no reason in `despite` speaks for it.
 */
export function moveMeeting(
  ctx: ActContext,
  input: MoveMeetingInput,
): Promise<{ meetingId: string; uncertain: Uncertain[] }> {
  const { actor, now } = ctx;
  const { countyId } = actor;
  return act(
    ctx,
    "townHall.move",
    input,
    (who) => requireRole(who, "townHall.change"),
    async (tx) => {
      const { meeting, townHall } = await ownMeeting(tx, actor, input.meetingId);
      if (meeting.status !== "booked") throw conflict("meetingNotBooked", { status: meeting.status });
      const isAsSeen =
        meeting.startsAt.getTime() === Date.parse(input.startsAtSeen) && meeting.roomId === input.roomIdSeen;
      if (!isAsSeen) throw conflict("changedMeanwhile");
      const span = sessionSpan(input.startsAt, input.minutes, now);
      const room = await bookableRoom(tx, countyId, input.roomId);
      requireOpen(room, span);
      // Locks the old and the new room together before anything is freed, so that two moves cannot deadlock.
      await queueFor(tx, countyId, [room.id, meeting.roomId, townHall.chairId]);
      await tx.delete(slots).where(and(eq(slots.countyId, countyId), eq(slots.meetingId, meeting.id)));
      await tx
        .update(townHallMeetings)
        .set({ startsAt: span.from, endsAt: span.to, roomId: room.id })
        .where(and(eq(townHallMeetings.countyId, countyId), eq(townHallMeetings.id, meeting.id)));
      const booking = { meetingId: meeting.id };
      await takeSlots(tx, { countyId, booking, now, room, personIds: [townHall.chairId], span });
      const hour = { countyId, bookingId: meeting.id, personIds: [townHall.chairId], span, now };
      const { uncertain, payload } = await askHour(tx, hour, { despite: input.despite, room });
      return {
        result: { meetingId: meeting.id, uncertain },
        payload: {
          townHallId: townHall.id,
          meetingId: meeting.id,
          before: meeting.startsAt.toISOString(),
          startsAt: span.from.toISOString(),
          endsAt: span.to.toISOString(),
          room: room.name,
          ...payload,
        },
      };
    },
  );
}
