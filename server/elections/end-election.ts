import { and, eq, isNull } from "drizzle-orm";
import { elections, partyLinks } from "@/db/schema/parties";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { checkHappened } from "../kernel/happened";
import { conflict, notFound } from "../kernel/problem";
import type { EndElectionInput } from "./inputs";

/**
 * A member withdraws, or a representative represents nobody any more: recalled, or stepping down. What was said and signed
 * before stands; a notice or consent that came through them is given anew by whoever speaks now. Refuses nobodyElected,
 * dayInFuture, dayTooEarly.
 */
export function endElection(ctx: ActContext, input: EndElectionInput): Promise<{ ended: number }> {
  return perform(ctx, "election.end", input, async ({ tx, countyId, dispute, actor, now }) => {
    const { electionId, who, partyId, endedOn, reason } = input;
    const [election] = await tx
      .select({ electedOn: elections.electedOn })
      .from(elections)
      .where(and(eq(elections.countyId, countyId), eq(elections.disputeId, dispute.id), eq(elections.id, electionId)));
    if (!election) throw notFound();
    checkHappened(endedOn, { now, earliest: election.electedOn });
    const ended = await tx
      .update(partyLinks)
      .set({ endedAt: now, endedOn, endedBy: actor.personId, endedReason: reason })
      .where(
        and(
          eq(partyLinks.countyId, countyId),
          eq(partyLinks.electionId, electionId),
          eq(who === "member" ? partyLinks.partyId : partyLinks.electedPartyId, partyId),
          isNull(partyLinks.endedAt),
        ),
      )
      .returning({ id: partyLinks.id });
    if (ended.length === 0) throw conflict("nobodyElected");
    return { result: { ended: ended.length }, payload: { electionId, who, party: partyId, endedOn, reason } };
  });
}
