import { and, eq } from "drizzle-orm";
import { notes } from "@/db/schema/sessions";
import { readDispute } from "../access/gate";
import type { ActContext } from "../kernel/context";
import { appendEvent } from "../kernel/events";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import type { OpenNoteInput } from "./inputs";

/**
 * Gives the text of one covered note and logs the opening. Row-level security decides who may read the lane.
 * Not through `perform`: it would store the text with the idempotency key, and a mere reading would raise the
 * dispute's version, so that a form that somebody else is filling in would be refused.
 */
export function openNote(ctx: ActContext, { disputeId, noteId }: OpenNoteInput): Promise<{ text: string }> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { proceeding } = await readDispute(tx, actor, "note.read", disputeId);
    const [note] = await tx
      .select({ text: notes.text })
      .from(notes)
      .where(and(eq(notes.countyId, actor.countyId), eq(notes.disputeId, disputeId), eq(notes.id, noteId)));
    if (!note) throw notFound();
    await appendEvent(tx, actor, now, {
      action: "note.read",
      disputeId,
      proceedingId: proceeding?.id,
      payload: { noteId },
    });
    return { text: note.text };
  });
}
