import { comingSession } from "../bookings/booked-session";
import { giveBack } from "../bookings/release-hold";
import { perform } from "../disputes/perform";
import { withdrawAsked } from "../invitations/parts/withdraw-asked";
import type { ActContext } from "../kernel/context";
import type { CancelSessionInput } from "./inputs";
import { statusWithout } from "./parts/status-without";

/**
 * Cancels a booked or held session with a reason and frees its time; open invitations to it are withdrawn. If no other
 * session is booked, the proceeding is being convened again.
 */
export function cancelSession(ctx: ActContext, input: CancelSessionInput): Promise<{ sessionId: string }> {
  return perform(ctx, "session.cancel", input, async (act) => {
    const session = await comingSession(act, input);
    await giveBack(act, session, input.reason);
    const withdrawn = await withdrawAsked(act, session.id);
    return {
      result: { sessionId: session.id },
      payload: {
        sessionId: session.id,
        ordinal: session.ordinal,
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
        reason: input.reason,
        withdrawn: withdrawn.length,
      },
      to: await statusWithout(act, session),
    };
  });
}
