import { holdUntil } from "../bookings/hold-times";
import { writeSession } from "../bookings/write-session";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { Uncertain } from "../slots/require-free";
import type { HoldSessionInput } from "./inputs";

/**
 * Holds an hour, a room and everyone's time without inviting anybody, for leads who want to telephone first. The hold
 * expires at `heldUntil` (ISO). Refuses like a booking.
 */
export function holdSession(
  ctx: ActContext,
  input: HoldSessionInput,
): Promise<{ sessionId: string; heldUntil: string; uncertain: Uncertain[] }> {
  return perform(ctx, "session.hold", input, async (act) => {
    const until = holdUntil(new Date(input.startsAt), act.now, act.rules["hold.hours"], act);
    const { sessionId, payload, jobs, uncertain } = await writeSession(act, input, until);
    return { result: { sessionId, heldUntil: until.toISOString(), uncertain }, payload, jobs };
  });
}
