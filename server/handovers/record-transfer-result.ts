import type * as z from "zod";
import { transfers } from "@/db/schema/transfers";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { recordTransferResultInput } from "./inputs";
import { thisTransfer, transferOf } from "./parts/transfer-of";

/** What a body outside reported back of a matter it took; written once. Refuses with noResultYet and transferAnswered. */
export function recordTransferResult(
  ctx: ActContext,
  input: z.output<typeof recordTransferResultInput>,
): Promise<{ transferId: string }> {
  return perform(ctx, "transfer.recordResult", input, async ({ tx, countyId, actor, now }) => {
    const named = { ...input, countyId };
    const { id, isAccepted, toBody, resultAt } = await transferOf(tx, named);
    if (!isAccepted || toBody === "") throw conflict("noResultYet");
    if (resultAt) throw conflict("transferAnswered");
    await tx
      .update(transfers)
      .set({ result: input.result, resultBy: actor.personId, resultAt: now })
      .where(thisTransfer(named));
    return { result: { transferId: id }, payload: { transferId: id } };
  });
}
