import { and, eq, isNull } from "drizzle-orm";
import { invitationLinks } from "@/db/schema/invitations";
import type { LinkVisit } from "../access/link-entry";
import { systemActor } from "../kernel/actor";
import { type ActContext, actAs } from "../kernel/context";
import { asActor } from "../kernel/transaction";

/** Marks the link as used: from then on it answers nothing anew. The status of the invitation alone would do as well. */
function markUsed({ actor, linkId, now }: LinkVisit): Promise<unknown> {
  return asActor({ actor: systemActor(actor.countyId, "links"), now }, (tx) =>
    tx
      .update(invitationLinks)
      .set({ usedAt: now })
      .where(
        and(
          eq(invitationLinks.countyId, actor.countyId),
          eq(invitationLinks.id, linkId),
          isNull(invitationLinks.usedAt),
        ),
      ),
  );
}

/**
 * A guest's answer: the invitee's own verb, run as the invitee, on the link's invitation only. After an `isFinal` answer
 * the link is used: it opens again for whoever has accepted, and only until their session is over.
 */
export const answerVisit =
  <I extends { invitationId: string }, T>(verb: (ctx: ActContext, input: I) => Promise<T>, isFinal: boolean) =>
  async (visit: LinkVisit, key: string, input: Omit<I, "invitationId">): Promise<T> => {
    const own = { ...input, invitationId: visit.invitationId } as I;
    const result = await verb(actAs(visit.actor, visit.now, key), own);
    if (isFinal) await markUsed(visit);
    return result;
  };
