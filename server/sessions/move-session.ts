import { and, eq, inArray, isNotNull, not } from "drizzle-orm";
import { sessionPeople, sessions, slots } from "@/db/schema/sessions";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { stillComing } from "./attendees";
import { bookableRoom, requireOpen, sessionSpan } from "./bookable-room";
import { bookedSession } from "./booked-session";
import type { MoveSessionInput } from "./inputs";
import { takeSlots } from "./take-slots";

/** Moves a booked session to another time or room with the same people; the old time is free at once. */
export function moveSession(ctx: ActContext, input: MoveSessionInput): Promise<{ sessionId: string }> {
  return perform(ctx, "session.move", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const proceeding = proceedingOf(act);
    const session = await bookedSession(act, input);
    const span = sessionSpan(input.startsAt, input.minutes, now);
    const room = await bookableRoom(tx, countyId, input.roomId);
    requireOpen(room, span);
    const ofSession = and(eq(sessionPeople.countyId, countyId), eq(sessionPeople.sessionId, session.id));
    const helpers = and(ofSession, isNotNull(sessionPeople.personId));
    const before = (await tx.select({ id: sessionPeople.personId }).from(sessionPeople).where(helpers)).flatMap(
      ({ id }) => id ?? [],
    );
    const personIds = await stillComing(tx, dispute, proceeding, before);
    await tx.delete(sessionPeople).where(and(helpers, not(inArray(sessionPeople.personId, personIds))));
    const added = personIds.filter((id) => !before.includes(id));
    if (added.length > 0) {
      await tx.insert(sessionPeople).values(
        added.map((personId) => ({
          countyId,
          id: newId(now),
          disputeId: dispute.id,
          sessionId: session.id,
          personId,
        })),
      );
    }
    await tx.delete(slots).where(and(eq(slots.countyId, countyId), eq(slots.sessionId, session.id)));
    await tx
      .update(sessions)
      .set({ startsAt: span.from, endsAt: span.to, roomId: room.id, version: session.version + 1 })
      .where(and(eq(sessions.countyId, countyId), eq(sessions.id, session.id)));
    await takeSlots(tx, { countyId, sessionId: session.id, room, personIds, span });
    return {
      result: { sessionId: session.id },
      payload: {
        sessionId: session.id,
        ordinal: session.ordinal,
        before: session.startsAt.toISOString(),
        startsAt: span.from.toISOString(),
        endsAt: span.to.toISOString(),
        room: room.name,
      },
    };
  });
}
