import { and, eq } from "drizzle-orm";
import { clues } from "@/db/schema/calls";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { DeclineClueInput } from "./inputs";

/** Says why nothing comes of a clue; the reporter reads the answer. A clue is answered once. */
export function declineClue(ctx: ActContext, input: DeclineClueInput): Promise<{ clueId: string }> {
  const { actor, now } = ctx;
  return act(
    ctx,
    "clue.decline",
    input,
    (who) => requireRole(who, "clue.decline"),
    async (tx) => {
      const which = and(eq(clues.countyId, actor.countyId), eq(clues.id, input.clueId));
      const [clue] = await tx.select({ status: clues.status }).from(clues).where(which).for("update");
      if (!clue) throw notFound();
      if (clue.status !== "new") throw conflict("clueAlreadyHandled");
      await tx
        .update(clues)
        .set({ status: "declined", answer: input.answer, handledBy: actor.personId, handledAt: now })
        .where(which);
      return { result: { clueId: input.clueId }, payload: { clueId: input.clueId, accepted: false } };
    },
  );
}
