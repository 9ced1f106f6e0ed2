import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import type { Act } from "../../disputes/perform";
import type { EventPayload } from "../../kernel/events";
import { withSystemPrivileges } from "../../kernel/with-system-privileges";
import { askHour } from "../../slots/require-free";
import { takeSlots } from "../../slots/take-slots";

/**
 * Holds the session's hour for a person just asked until they answer. Refuses with personTaken when it is taken, and with
 * personAway or personTooFar when they cannot come as far as is known and no reason in `despite` speaks for it. Gives what an
 * event says of that reason.
 */
export function holdHour(
  act: Act,
  asked: { sessionId: string | null; personId: string; answerBy: Date; despite?: string },
): Promise<EventPayload> {
  const { tx, countyId, now } = act;
  const { sessionId, personId, answerBy, despite = "" } = asked;
  if (!sessionId) return Promise.resolve({});
  return withSystemPrivileges(tx, async () => {
    const [session] = await tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.countyId, countyId), eq(sessions.id, sessionId)));
    if (session?.status !== "booked") return {};
    const span = { from: session.startsAt, to: session.endsAt };
    await takeSlots(tx, {
      countyId,
      booking: { sessionId },
      now,
      room: null,
      personIds: [personId],
      span,
      heldUntil: session.heldUntil ?? answerBy,
    });
    const hour = { countyId, bookingId: sessionId, personIds: [personId], span, now };
    return (await askHour(tx, hour, { despite, room: null })).payload;
  });
}
