import { and, eq, max } from "drizzle-orm";
import type * as z from "zod";
import { parties } from "@/db/schema/disputes";
import type { ActContext } from "../kernel/context";
import type { addPartyInput } from "./inputs";
import { addParties } from "./parts/add-parties";
import { perform } from "./perform";

/** Adds a party on any side while people are still being gathered; it then needs its notice and consent like the others. */
export function addParty(ctx: ActContext, input: z.output<typeof addPartyInput>): Promise<{ partyId: string }> {
  return perform(ctx, "party.add", input, async ({ tx, countyId, dispute, now }) => {
    const [last] = await tx
      .select({ position: max(parties.position) })
      .from(parties)
      .where(and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id)));
    const [partyId = ""] = await addParties(
      tx,
      { countyId, disputeId: dispute.id, now },
      [input.party],
      (last?.position ?? 0) + 1,
    );
    return { result: { partyId }, payload: { party: partyId, side: input.party.side, standing: input.party.standing } };
  });
}
