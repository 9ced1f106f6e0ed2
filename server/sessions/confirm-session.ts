import { bookedSession } from "../bookings/booked-session";
import { confirmHeldSession } from "../bookings/make-certain";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { SessionTargetInput } from "./inputs";

/**
 * The lead decides that a held session takes place: it is confirmed from now on, even if answers are still open.
 * Refused when it is not held (any more), or when the room or a person was taken after the hold expired.
 */
export function confirmSession(ctx: ActContext, input: SessionTargetInput): Promise<{ sessionId: string }> {
  return perform(ctx, "session.confirm", input, async (act) => {
    const session = await bookedSession(act, input);
    if (!session.heldUntil) throw conflict("notHeld");
    if (session.startsAt <= act.now) throw conflict("sessionInPast");
    const to = await confirmHeldSession(act, session);
    return {
      result: { sessionId: session.id },
      payload: {
        sessionId: session.id,
        ordinal: session.ordinal,
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
      },
      to,
    };
  });
}
