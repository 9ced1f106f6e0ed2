import { and, eq } from "drizzle-orm";
import { ties } from "@/db/schema/panel";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { RemoveTieInput } from "./inputs";

/**
 * Removes a tie that the lead team recorded by mistake; the event keeps whose and which kind it was. A tie that the helper
 * disclosed themselves stays (disclosedTieStays), and so does whoever removes it
 * theirs (ownTieStays); one recorded in another dispute is not found.
 */
export function removeTie(ctx: ActContext, input: RemoveTieInput): Promise<{ tieId: string }> {
  return perform(ctx, "tie.remove", input, async ({ tx, countyId, dispute }) => {
    const one = and(eq(ties.countyId, countyId), eq(ties.disputeId, dispute.id), eq(ties.id, input.tieId));
    const [tie] = await tx.select().from(ties).where(one);
    if (!tie) throw notFound();
    if (tie.personId === ctx.actor.personId) throw conflict("ownTieStays");
    if (tie.source !== "recorded") throw conflict("disclosedTieStays");
    await tx.delete(ties).where(one);
    return {
      result: { tieId: tie.id },
      payload: { tie: tie.id, person: tie.personId, party: tie.partyId, kinds: [tie.kind] },
    };
  });
}
