import { and, eq, inArray } from "drizzle-orm";
import { numberPolls } from "@/db/schema/desk";
import { parties } from "@/db/schema/parties";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import type { OpenPollInput } from "./inputs";
import { sessionAct } from "./parts/desk-act";

/**
 * Asks two or more sides in secret whether they accept one number. Leaves no event: only the lead may know that a number
 * was tried, as with everything said in confidence.
 */
export function openPoll(ctx: ActContext, input: OpenPollInput): Promise<{ pollId: string }> {
  return sessionAct(ctx, "poll.open", input, async ({ tx, countyId, dispute, session, actor, now }) => {
    const sides = [...new Set(input.sides)].sort((a, b) => a - b);
    if (sides.length < 2) throw invalid("twoSidesNeeded");
    const there = await tx
      .selectDistinct({ side: parties.side })
      .from(parties)
      .where(and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id), inArray(parties.side, sides)));
    if (there.length !== sides.length) throw invalid("unknownReference");
    const pollId = newId(now);
    await tx.insert(numberPolls).values({
      countyId,
      id: pollId,
      disputeId: dispute.id,
      sessionId: session.id,
      question: input.question,
      amountFen: input.amountFen,
      sides,
      openedBy: actor.personId,
      openedAt: now,
    });
    return { result: { pollId } };
  });
}
