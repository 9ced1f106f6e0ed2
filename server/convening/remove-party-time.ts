import { and, eq } from "drizzle-orm";
import { partyTimes } from "@/db/schema/panel";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { RemovePartyTimeInput } from "./inputs";

/** Takes a party's noted time away: it was wrong or is over. */
export function removePartyTime(ctx: ActContext, input: RemovePartyTimeInput): Promise<{ partyTimeId: string }> {
  return perform(ctx, "partyTime.change", input, async ({ tx, countyId, dispute }) => {
    const gone = await tx
      .delete(partyTimes)
      .where(
        and(
          eq(partyTimes.countyId, countyId),
          eq(partyTimes.disputeId, dispute.id),
          eq(partyTimes.id, input.partyTimeId),
        ),
      )
      .returning({ id: partyTimes.id });
    if (gone.length === 0) throw notFound();
    return { result: { partyTimeId: input.partyTimeId } };
  });
}
