import { and, eq } from "drizzle-orm";
import { sessionPeople, sessions, slots } from "@/db/schema/sessions";
import type { Act } from "../disputes/perform";
import { newId } from "../kernel/ids";
import { withSystemPrivileges } from "../kernel/with-system-privileges";
import { takeSlots } from "../slots/take-slots";
import { queueForSession } from "./keep-slots";

/**
 * Seats a person who accepted and takes their time, held or promised like the session. Does nothing without a session,
 * or when it is over or cancelled. Refuses with personTaken when they have been booked elsewhere.
 */
export function seatInvitee(act: Act, invitation: { sessionId: string | null; personId: string }): Promise<void> {
  const { tx, countyId, dispute, now } = act;
  const { sessionId, personId } = invitation;
  if (!sessionId) return Promise.resolve();
  return withSystemPrivileges(tx, async () => {
    const [session] = await tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.countyId, countyId), eq(sessions.disputeId, dispute.id), eq(sessions.id, sessionId)))
      .for("update");
    if (session?.status !== "booked") return;
    const seated = await tx
      .insert(sessionPeople)
      .values({ countyId, id: newId(now), disputeId: dispute.id, sessionId, personId })
      .onConflictDoNothing()
      .returning({ id: sessionPeople.id });
    if (seated.length === 0) return;
    await queueForSession(tx, session, [personId]);
    // Their hour may have been held since they were asked.
    const held = await tx
      .update(slots)
      .set({ heldUntil: session.heldUntil })
      .where(and(eq(slots.countyId, countyId), eq(slots.sessionId, sessionId), eq(slots.resourceId, personId)))
      .returning({ id: slots.id });
    if (held.length > 0) return;
    await takeSlots(tx, {
      countyId,
      booking: { sessionId },
      now,
      room: null,
      personIds: [personId],
      span: { from: session.startsAt, to: session.endsAt },
      heldUntil: session.heldUntil,
    });
  });
}

/** Removes a person from a session and frees their time. */
export function unseatInvitee(act: Act, of: { sessionId: string; personId: string }): Promise<void> {
  const { tx, countyId } = act;
  return withSystemPrivileges(tx, async () => {
    await tx
      .delete(sessionPeople)
      .where(
        and(
          eq(sessionPeople.countyId, countyId),
          eq(sessionPeople.sessionId, of.sessionId),
          eq(sessionPeople.personId, of.personId),
        ),
      );
    await tx
      .delete(slots)
      .where(and(eq(slots.countyId, countyId), eq(slots.sessionId, of.sessionId), eq(slots.resourceId, of.personId)));
  });
}
