import { and, eq, isNull } from "drizzle-orm";
import { invitationLinks } from "@/db/schema/invitations";
import type { LinkVisit } from "../access/link-entry";
import { systemActor } from "../kernel/actor";
import { type ActContext, actAs } from "../kernel/context";
import { asActor } from "../kernel/transaction";

/** The link has served; a dead invitation kills it just the same, should this not be reached. */
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
 * A guest's answer: the invitee's own verb, run as the invitee, on the invitation their link names and no other.
 * `isFinal` ones use the link up.
 */
export const answerVisit =
  <I extends { invitationId: string }, T>(verb: (ctx: ActContext, input: I) => Promise<T>, isFinal: boolean) =>
  async (visit: LinkVisit, key: string, input: Omit<I, "invitationId">): Promise<T> => {
    const own = { ...input, invitationId: visit.invitationId } as I;
    const result = await verb(actAs(visit.actor, visit.now, key), own);
    if (isFinal) await markUsed(visit);
    return result;
  };
