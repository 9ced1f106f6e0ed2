import { and, eq } from "drizzle-orm";
import { ties } from "@/db/schema/panel";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { RemoveTieInput } from "./inputs";

/**
 * Takes back a tie the lead team had written down by mistake; the event keeps whose and which kind it was. What the helper
 * told themselves stays (disclosedTieStays), and a tie of another dispute is that lead team's (notFound).
 */
export function removeTie(ctx: ActContext, input: RemoveTieInput): Promise<{ tieId: string }> {
  return perform(ctx, "tie.remove", input, async ({ tx, countyId, dispute }) => {
    const one = and(eq(ties.countyId, countyId), eq(ties.disputeId, dispute.id), eq(ties.id, input.tieId));
    const [tie] = await tx.select().from(ties).where(one);
    if (!tie) throw notFound();
    if (tie.source !== "recorded") throw conflict("disclosedTieStays");
    await tx.delete(ties).where(one);
    return {
      result: { tieId: tie.id },
      payload: { tie: tie.id, person: tie.personId, party: tie.partyId, kinds: [tie.kind] },
    };
  });
}
