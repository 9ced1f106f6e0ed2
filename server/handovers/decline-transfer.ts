import type * as z from "zod";
import { transfers } from "@/db/schema/transfers";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import type { declineTransferInput } from "./inputs";
import { thisTransfer, waitingTransfer } from "./parts/transfer-of";

/**
 * A head of the side it was offered to does not take the matter, with a reason; it stays where it is. The database decides
 * whose offer it is (otherSideAnswers): they have no right to the matter that could be asked here.
 */
export function declineTransfer(
  ctx: ActContext<PersonActor>,
  input: z.output<typeof declineTransferInput>,
): Promise<{ transferId: string }> {
  const { actor, now } = ctx;
  return act(
    ctx,
    "transfer.decline",
    input,
    (who) => requireRole(who, "transfer.decline"),
    async (tx) => {
      const named = { ...input, countyId: actor.countyId };
      const { id, disputeId } = await waitingTransfer(tx, named);
      await tx
        .update(transfers)
        .set({ isAccepted: false, answeredBy: actor.personId, answeredAt: now, answerReason: input.reason })
        .where(thisTransfer(named));
      return { result: { transferId: id }, disputeId, payload: { transferId: id, accepted: false } };
    },
  );
}
