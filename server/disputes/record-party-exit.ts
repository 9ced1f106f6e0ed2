import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { parties, partyExits } from "@/db/schema/parties";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, invalid, notFound } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { recordPartyExitInput } from "./inputs";
import { retitledAfter } from "./parts/amend-title";
import { perform } from "./perform";

/**
 * Records that a party died, is gone, was dissolved, leaves the matter, or is the same person as another row. From then on it
 * is asked, told and counted no more; what it said and signed stays. Refuses dayInFuture, partyDeparted, twoSidesNeeded,
 * mergeOneSide, leavesOwing (somebody bound by an agreement does not leave by their own will).
 */
export function recordPartyExit(
  ctx: ActContext,
  input: z.output<typeof recordPartyExitInput>,
): Promise<{ exitId: string }> {
  return perform(ctx, "party.recordExit", input, async ({ tx, countyId, dispute, now, actor }) => {
    const { partyId, kind, happenedOn, reason, intoPartyId } = input;
    if (happenedOn > dayOf(now)) throw invalid("dayInFuture");
    const [party] = await tx
      .select({ departedAt: parties.departedAt })
      .from(parties)
      .where(and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id), eq(parties.id, partyId)));
    if (!party) throw notFound();
    if (party.departedAt) throw conflict("partyDeparted");
    const exitId = newId(now);
    await retitledAfter(tx, { countyId, disputeId: dispute.id }, () =>
      tx.insert(partyExits).values({
        countyId,
        id: exitId,
        disputeId: dispute.id,
        partyId,
        kind,
        happenedOn,
        reason,
        intoPartyId: intoPartyId ?? null,
        recordedBy: actor.personId,
        recordedAt: now,
      }),
    );
    return {
      result: { exitId },
      payload: { party: partyId, exit: kind, happenedOn, into: intoPartyId ?? null, reason },
    };
  });
}
