import { writeSession } from "../bookings/write-session";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { BookSessionInput } from "./inputs";

/**
 * Books a session: a time, a room and everyone who comes, the lead always among them. Refused when the
 * room is closed then, or the room or a person is taken; the refusal names it and the next free start.
 * Gives the session's id.
 */
export function bookSession(ctx: ActContext, input: BookSessionInput): Promise<{ sessionId: string }> {
  return perform(ctx, "session.book", input, async (act) => {
    const { sessionId, payload } = await writeSession(act, input, null);
    return { result: { sessionId }, payload };
  });
}
