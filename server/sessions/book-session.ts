import { writeSession } from "../bookings/write-session";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { Uncertain } from "../slots/require-free";
import type { BookSessionInput } from "./inputs";

/**
 * Books a session: a time, a room and everyone who comes, the lead always among them. Refused when the
 * room is closed then, the room or a person is taken, or somebody cannot come and no reason speaks for it; the refusal names
 * it and the next free start. Gives the session's id, and of whom it is not certain that they can come.
 */
export function bookSession(
  ctx: ActContext,
  input: BookSessionInput,
): Promise<{ sessionId: string; uncertain: Uncertain[] }> {
  return perform(ctx, "session.book", input, async (act) => {
    const { sessionId, payload, uncertain } = await writeSession(act, input, null);
    return { result: { sessionId, uncertain }, payload };
  });
}
