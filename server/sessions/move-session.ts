import { and, eq, inArray, isNotNull, ne, not } from "drizzle-orm";
import { sessionPeople, sessions, slots } from "@/db/schema/sessions";
import { stillComing } from "../bookings/attendees";
import { comingSession, type SessionRow } from "../bookings/booked-session";
import { holdJob, latestHold } from "../bookings/hold-times";
import { interpretersHere } from "../bookings/interpreters-here";
import { moveOffers } from "../bookings/move-offers";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { bookableRoom, requireOpen, sessionSpan } from "../slots/bookable-room";
import { offeredTime } from "../slots/offered-time";
import { askHour, type Uncertain } from "../slots/require-free";
import { queueFor, takeSlots } from "../slots/take-slots";
import type { MoveSessionInput } from "./inputs";

/** The attendees who may still come, with the present lead; deletes the rows of the others. */
async function keepAttendees(act: Act, session: SessionRow): Promise<string[]> {
  const { tx, countyId, dispute, now } = act;
  const ofSession = and(eq(sessionPeople.countyId, countyId), eq(sessionPeople.sessionId, session.id));
  const helpers = and(ofSession, isNotNull(sessionPeople.personId));
  const rows = await tx.select({ id: sessionPeople.personId }).from(sessionPeople).where(helpers);
  const before = rows.flatMap(({ id }) => id ?? []);
  const personIds = await stillComing(tx, dispute, proceedingOf(act), before);
  await tx.delete(sessionPeople).where(and(helpers, not(inArray(sessionPeople.personId, personIds))));
  // What was said for the hour before says nothing of the new one.
  await tx
    .update(sessionPeople)
    .set({ despite: "" })
    .where(and(helpers, ne(sessionPeople.despite, "")));
  const added = personIds.filter((id) => !before.includes(id));
  if (added.length > 0) {
    const of = { countyId, disputeId: dispute.id, sessionId: session.id };
    await tx.insert(sessionPeople).values(added.map((personId) => ({ ...of, id: newId(now), personId })));
  }
  return personIds;
}

/**
 * Moves a booked or held session to another time or room with the same people; it stays held or confirmed as it was.
 * Everyone keeps their seat and is notified, and the old time is free at once. A running session cannot be moved.
 * Refused when somebody is not free then, unless a reason speaks for those who cannot come; the refusal names them.
 */
export function moveSession(
  ctx: ActContext,
  input: MoveSessionInput,
): Promise<{ sessionId: string; uncertain: Uncertain[] }> {
  return perform(ctx, "session.move", input, async (act) => {
    const { tx, countyId, now } = act;
    const session = await comingSession(act, input);
    const span = sessionSpan(input.startsAt, input.minutes, now);
    const room = await bookableRoom(tx, countyId, input.roomId);
    requireOpen(room, span);
    const seated = await keepAttendees(act, session);
    const personIds = [...new Set([...seated, ...(await interpretersHere(tx, session))])];
    const time = { startsAt: span.from, endsAt: span.to, roomId: room.id, mode: session.mode, isHeld: true };
    const asked = await moveOffers(act, session.id, await offeredTime(tx, countyId, time));
    const waiting = asked.filter((id) => !personIds.includes(id));
    const heldUntil = session.heldUntil && new Date(Math.min(+session.heldUntil, +latestHold(span.from, now)));

    // Locks old and new rooms and people in one order, so that two moves never wait for each other.
    await queueFor(tx, countyId, [room.id, ...(session.roomId ? [session.roomId] : []), ...personIds, ...waiting]);
    await tx.delete(slots).where(and(eq(slots.countyId, countyId), eq(slots.sessionId, session.id)));
    await tx
      .update(sessions)
      .set({ startsAt: span.from, endsAt: span.to, roomId: room.id, heldUntil, version: session.version + 1 })
      .where(and(eq(sessions.countyId, countyId), eq(sessions.id, session.id)));
    const slotsOf = { countyId, booking: { sessionId: session.id }, now, span };
    await takeSlots(tx, { ...slotsOf, room, personIds, heldUntil });
    const answersUntil = heldUntil ?? latestHold(span.from, now);
    await takeSlots(tx, { ...slotsOf, room: null, personIds: waiting, heldUntil: answersUntil });
    const hour = { countyId, bookingId: session.id, personIds: [...personIds, ...waiting], span, now };
    const { uncertain, payload } = await askHour(tx, hour, { despite: input.despite, room });
    return {
      result: { sessionId: session.id, uncertain },
      payload: {
        sessionId: session.id,
        ordinal: session.ordinal,
        before: session.startsAt.toISOString(),
        startsAt: span.from.toISOString(),
        endsAt: span.to.toISOString(),
        room: room.name,
        ...payload,
      },
      jobs: heldUntil ? [holdJob(countyId, session.id, heldUntil)] : [],
    };
  });
}
