import { holdUntil } from "../bookings/hold-times";
import { writeSession } from "../bookings/write-session";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { HoldSessionInput } from "./inputs";

/**
 * Holds an hour and a room and everyone's time, and asks nobody: for those who still want to telephone. Given back
 * by itself at `heldUntil` (ISO). Refusals as of a booking.
 */
export function holdSession(
  ctx: ActContext,
  input: HoldSessionInput,
): Promise<{ sessionId: string; heldUntil: string }> {
  return perform(ctx, "session.hold", input, async (act) => {
    const until = holdUntil(new Date(input.startsAt), act.now, act.rules["hold.hours"]);
    const { sessionId, payload, jobs } = await writeSession(act, input, until);
    return { result: { sessionId, heldUntil: until.toISOString() }, payload, jobs };
  });
}
