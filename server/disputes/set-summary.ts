import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { disputeFacts, parties } from "@/db/schema/disputes";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { setSummaryInput } from "./inputs";
import { perform } from "./perform";

/** Writes the two neutral sentences invitees read before they accept; they may name no party. */
export function setSummary(ctx: ActContext, input: z.output<typeof setSummaryInput>): Promise<{ disputeId: string }> {
  return perform(ctx, "dispute.setSummary", input, async ({ tx, countyId, dispute }) => {
    const named = await tx
      .select({ name: parties.name })
      .from(parties)
      .where(and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id)));
    if (named.some(({ name }) => name.length > 1 && input.neutralSummary.includes(name)))
      throw conflict("summaryNamesParty");
    await tx
      .update(disputeFacts)
      .set({ neutralSummary: input.neutralSummary })
      .where(and(eq(disputeFacts.countyId, countyId), eq(disputeFacts.disputeId, dispute.id)));
    return { result: { disputeId: dispute.id } };
  });
}
