import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { disputeFacts } from "@/db/schema/disputes";
import type { ActContext } from "../kernel/context";
import { updateInVersion } from "../kernel/in-version";
import type { setSummaryInput } from "./inputs";
import { checkNames } from "./parts/check-names";
import { perform } from "./perform";

/** Writes the two neutral sentences invitees read before they accept; they may name no party. */
export function setSummary(
  ctx: ActContext,
  input: z.output<typeof setSummaryInput>,
): Promise<{ disputeId: string; version: number }> {
  return perform(ctx, "dispute.setSummary", input, async ({ tx, countyId, dispute }) => {
    const version = await updateInVersion(tx, disputeFacts, {
      where: and(eq(disputeFacts.countyId, countyId), eq(disputeFacts.disputeId, dispute.id)),
      version: input.summaryVersion,
      set: { neutralSummary: input.neutralSummary },
    });
    await checkNames(tx, { countyId, disputeId: dispute.id });
    return { result: { disputeId: dispute.id, version } };
  });
}
