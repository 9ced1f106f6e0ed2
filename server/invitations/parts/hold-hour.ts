import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import type { Act } from "../../disputes/perform";
import { withSystemPrivileges } from "../../kernel/with-system-privileges";
import { takeSlots } from "../../slots/take-slots";

/** Holds the session's hour for a person just asked until they answer. Refuses with personTaken when it is taken. */
export function holdHour(
  act: Act,
  asked: { sessionId: string | null; personId: string; answerBy: Date },
): Promise<void> {
  const { tx, countyId, now } = act;
  const { sessionId, personId, answerBy } = asked;
  if (!sessionId) return Promise.resolve();
  return withSystemPrivileges(tx, async () => {
    const [session] = await tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.countyId, countyId), eq(sessions.id, sessionId)));
    if (session?.status !== "booked") return;
    await takeSlots(tx, {
      countyId,
      booking: { sessionId },
      now,
      room: null,
      personIds: [personId],
      span: { from: session.startsAt, to: session.endsAt },
      heldUntil: session.heldUntil ?? answerBy,
    });
  });
}
