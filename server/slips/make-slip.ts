import type * as z from "zod";
import { registrationSlips } from "@/db/schema/slips";
import { hashOfSecret, slipCode } from "../access/link-secret";
import type { disputeIdInput } from "../disputes/inputs";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { revokeSlips } from "./parts/revoke-slips";

const day = 86_400_000;

/**
 * Makes the receipt of a registration for whoever came. An earlier one no longer works, so that a lost slip is replaced by a new
 * one. The code is in no row and no answer that is kept: whoever may read the slip is shown it (slipOfDispute).
 */
export function makeSlip(ctx: ActContext, input: z.output<typeof disputeIdInput>): Promise<{ slipId: string }> {
  return perform(ctx, "slip.make", input, async ({ tx, countyId, dispute, actor, now, rules }) => {
    await revokeSlips(tx, { countyId, disputeId: dispute.id, by: actor.personId, now });
    const slipId = newId(now);
    await tx.insert(registrationSlips).values({
      countyId,
      id: slipId,
      disputeId: dispute.id,
      codeHash: hashOfSecret(slipCode(slipId)),
      madeBy: actor.personId,
      madeAt: now,
      expiresAt: new Date(now.getTime() + rules["slip.days"] * day),
    });
    return { result: { slipId }, payload: { slip: slipId } };
  });
}
