import { and, eq, isNull } from "drizzle-orm";
import { invitationLinks } from "@/db/schema/invitations";
import type { LinkVisit } from "../access/link-door";
import type { SystemActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { asActor } from "../kernel/transaction";

/** The link has served; a dead invitation kills it just the same, should this not be reached. */
function markUsed({ actor, linkId, now }: LinkVisit): Promise<unknown> {
  const house: SystemActor = { kind: "system", countyId: actor.countyId, job: "links" };
  return asActor({ actor: house, now }, (tx) =>
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
 * A guest's answer: the invitee's own verb, run as the invitee, on the invitation his link names and no other.
 * `isFinal` ones use the link up.
 */
export const answerVisit =
  <I extends { invitationId: string }, T>(verb: (ctx: ActContext, input: I) => Promise<T>, isFinal: boolean) =>
  async (visit: LinkVisit, key: string, input: Omit<I, "invitationId">): Promise<T> => {
    const own = { ...input, invitationId: visit.invitationId } as I;
    const result = await verb({ actor: visit.actor, key, now: visit.now }, own);
    if (isFinal) await markUsed(visit);
    return result;
  };
