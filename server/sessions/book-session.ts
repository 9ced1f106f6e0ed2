import { sessionPeople, sessions } from "@/db/schema/sessions";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { requireComing, requireSides } from "./attendees";
import { bookableRoom, requireOpen, sessionSpan } from "./bookable-room";
import type { BookSessionInput } from "./inputs";
import { takeSlots } from "./take-slots";
import { nextOrdinal } from "./write-held-session";

/**
 * Books a session: a time, a room and everyone who comes, the lead always among them. Refused when the
 * room is closed then, or the room or a person is taken; the refusal names it and the next free start.
 * Gives the session's id.
 */
export function bookSession(ctx: ActContext, input: BookSessionInput): Promise<{ sessionId: string }> {
  return perform(ctx, "session.book", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const proceeding = proceedingOf(act);
    const span = sessionSpan(input.startsAt, input.minutes, now);
    const room = await bookableRoom(tx, countyId, input.roomId);
    requireOpen(room, span);
    const personIds = await requireComing(tx, dispute, proceeding, input.personIds);
    const partyIds = await requireSides(tx, dispute, input.kind, input.partyIds);
    const sessionId = newId(now);
    const ordinal = await nextOrdinal(tx, proceeding);
    await tx.insert(sessions).values({
      countyId,
      id: sessionId,
      disputeId: dispute.id,
      proceedingId: proceeding.id,
      ordinal,
      kind: input.kind,
      startsAt: span.from,
      endsAt: span.to,
      roomId: room.id,
      bookedBy: ctx.actor.personId,
    });
    const who = [...personIds.map((personId) => ({ personId })), ...partyIds.map((partyId) => ({ partyId }))];
    await tx
      .insert(sessionPeople)
      .values(who.map((one) => ({ ...one, countyId, id: newId(now), disputeId: dispute.id, sessionId })));
    await takeSlots(tx, { countyId, booking: { sessionId }, now, room, personIds, span });
    const payload = {
      sessionId,
      ordinal,
      startsAt: span.from.toISOString(),
      endsAt: span.to.toISOString(),
      room: room.name,
      people: who.length,
    };
    return { result: { sessionId }, payload };
  });
}
