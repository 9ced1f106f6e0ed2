import { and, eq, isNull } from "drizzle-orm";
import { partyLinks } from "@/db/schema/parties";
import type { ActContext } from "../kernel/context";
import { invalid, notFound } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { EndPartyLinkInput } from "./inputs";
import { perform } from "./perform";

/**
 * The authority of an agent or representative ends, or that of a guardian (民法典 173, 175, 39): from the day after they say and
 * sign nothing more for the party. What they said until then stands. Who was elected is ended by `elections.end`. Refuses
 * dayInFuture.
 */
export function endPartyLink(ctx: ActContext, input: EndPartyLinkInput): Promise<{ linkId: string }> {
  const { partyId, linkId, endedOn, reason } = input;
  return perform(ctx, "party.endLink", input, async ({ tx, countyId, dispute, actor, now }) => {
    if (endedOn > dayOf(now)) throw invalid("dayInFuture");
    const [ended] = await tx
      .update(partyLinks)
      .set({ endedAt: now, endedOn, endedBy: actor.personId, endedReason: reason })
      .where(
        and(
          eq(partyLinks.countyId, countyId),
          eq(partyLinks.disputeId, dispute.id),
          eq(partyLinks.partyId, partyId),
          eq(partyLinks.id, linkId),
          isNull(partyLinks.electionId),
          isNull(partyLinks.endedAt),
        ),
      )
      .returning({ id: partyLinks.id, kind: partyLinks.kind });
    if (!ended) throw notFound();
    return { result: { linkId }, payload: { party: partyId, kind: ended.kind, endedOn } };
  });
}
