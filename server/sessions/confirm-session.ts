import { bookedSession } from "../bookings/booked-session";
import { confirmHeldSession } from "../bookings/make-certain";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { SessionTargetInput } from "./inputs";

/**
 * The lead takes it upon themselves that a held session will be: it is certain from now on, whoever has not answered.
 * Refused when it is not held (any more), or when an hour of it was lost after the hold ran out.
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
