import { readingWindows } from "@/db/schema/windows";
import { requireRole } from "../access/gate";
import { mayGrant } from "../access/may-grant";
import { act } from "../kernel/act";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { ReviewWindowInput } from "./inputs";
import { thisWindow, windowOf } from "./parts/window-of";

/**
 * A head's finding about an emergency window that is over: in order, or a complaint with its reason. The reader and the
 * lead are told. Refuses with otherDutyDecides, windowStillOpen, alreadyDecided.
 */
export function reviewEmergency(ctx: ActContext<PersonActor>, input: ReviewWindowInput): Promise<{ windowId: string }> {
  const { actor, now } = ctx;
  const { disputeId, windowId, review, note } = input;
  return act(
    ctx,
    "window.review",
    input,
    (who) => requireRole(who, "window.review"),
    async (tx) => {
      const over = await windowOf(tx, actor, input, "emergency");
      if (!(await mayGrant(tx, actor, disputeId, over.personId))) throw conflict("otherDutyDecides");
      if (!over.endsAt || (!over.endedAt && over.endsAt > now)) throw conflict("windowStillOpen");
      if (over.reviewedAt) throw conflict("alreadyDecided");
      await tx
        .update(readingWindows)
        .set({ review, reviewNote: note, reviewedBy: actor.personId, reviewedAt: now })
        .where(thisWindow(actor, input));
      return { result: { windowId }, disputeId, payload: { windowId, person: over.personId, review } };
    },
  );
}
