import { and, eq } from "drizzle-orm";
import { parties } from "@/db/schema/parties";
import { notes } from "@/db/schema/sessions";
import { sessionOf } from "../bookings/booked-session";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { forbidden, invalid } from "../kernel/problem";
import type { WriteNoteInput } from "./inputs";
import { privateLanes, writableLanes } from "./parts/writable-lanes";

/**
 * Writes a note into a lane. The event names the lane only if every participant may know it: the mere existence of a
 * caucus note reveals something.
 */
export function writeNote(ctx: ActContext, input: WriteNoteInput): Promise<{ noteId: string }> {
  return perform(ctx, "note.write", input, async (act) => {
    const { tx, countyId, dispute, now, relations } = act;
    const { lane, side, text } = input;
    if (!writableLanes(ctx.actor.role, relations).includes(lane)) throw forbidden("laneNotYours");
    if ((lane === "side") !== (side !== null)) throw invalid("sideNeeded");
    if (side !== null) {
      const there = and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id), eq(parties.side, side));
      if ((await tx.select({ id: parties.id }).from(parties).where(there).limit(1)).length === 0)
        throw invalid("sideNeeded");
    }
    if (input.sessionId) await sessionOf(act, input.sessionId);
    const noteId = newId(now);
    await tx.insert(notes).values({
      countyId,
      id: noteId,
      disputeId: dispute.id,
      sessionId: input.sessionId,
      lane,
      side,
      text,
      authorId: ctx.actor.personId,
      writtenAt: now,
    });
    return { result: { noteId }, payload: privateLanes.includes(lane) ? { noteId } : { noteId, lane } };
  });
}
