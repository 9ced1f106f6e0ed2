import type * as z from "zod";
import type { disputeIdInput } from "../disputes/inputs";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import { revokeSlips } from "./parts/revoke-slips";

/** Ends the slip of a registration, for one that was lost or given to the wrong person. Refuses with noSlip. */
export function revokeSlip(ctx: ActContext, input: z.output<typeof disputeIdInput>): Promise<{ slipId: string }> {
  return perform(ctx, "slip.revoke", input, async ({ tx, countyId, dispute, actor, now }) => {
    const slipId = await revokeSlips(tx, { countyId, disputeId: dispute.id, by: actor.personId, now });
    if (!slipId) throw conflict("noSlip");
    return { result: { slipId }, payload: { slip: slipId } };
  });
}
