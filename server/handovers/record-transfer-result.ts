import type * as z from "zod";
import { transfers } from "@/db/schema/transfers";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { happenedAt } from "../kernel/happened";
import { conflict } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { recordTransferResultInput } from "./inputs";
import { thisTransfer, transferOf } from "./parts/transfer-of";

/**
 * What a body outside reported back of a matter it took, on which day; written once. Refuses with noResultYet, transferAnswered,
 * dayInFuture and, before they took it, dayTooEarly.
 */
export function recordTransferResult(
  ctx: ActContext,
  input: z.output<typeof recordTransferResultInput>,
): Promise<{ transferId: string }> {
  return perform(ctx, "transfer.recordResult", input, async ({ tx, countyId, actor, now }) => {
    const named = { ...input, countyId };
    const { id, isAccepted, toBody, resultAt, answeredOn, offeredAt } = await transferOf(tx, named);
    if (!isAccepted || toBody === "") throw conflict("noResultYet");
    if (resultAt) throw conflict("transferAnswered");
    const reportedAt = happenedAt(input.reportedOn, { now, earliest: answeredOn ?? dayOf(offeredAt) });
    await tx
      .update(transfers)
      .set({ result: input.result, resultBy: actor.personId, resultAt: reportedAt })
      .where(thisTransfer(named));
    return { result: { transferId: id }, payload: { transferId: id } };
  });
}
