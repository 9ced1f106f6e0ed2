import type * as z from "zod";
import { transfers } from "@/db/schema/transfers";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { withdrawTransferInput } from "./inputs";
import { thisTransfer, waitingTransfer } from "./parts/transfer-of";

/** Takes an offer back that nobody has answered yet; they are told. Refuses with transferAnswered. */
export function withdrawTransfer(
  ctx: ActContext,
  input: z.output<typeof withdrawTransferInput>,
): Promise<{ transferId: string }> {
  return perform(ctx, "transfer.withdraw", input, async ({ tx, countyId, actor, now }) => {
    const named = { ...input, countyId };
    const { id } = await waitingTransfer(tx, named);
    await tx.update(transfers).set({ withdrawnBy: actor.personId, withdrawnAt: now }).where(thisTransfer(named));
    return { result: { transferId: id }, payload: { transferId: id } };
  });
}
