import type * as z from "zod";
import { transfers } from "@/db/schema/transfers";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { invalid, notFound } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { recordTransferAnswerInput } from "./inputs";
import { endAsTransferred } from "./parts/end-as-transferred";
import { thisTransfer, waitingTransfer } from "./parts/transfer-of";

/**
 * Writes down what a body outside answered: on which day, and by whom or in which paper. Where it takes the matter, the
 * proceeding ends here as transferred. Refuses with reasonNeeded, dayInFuture and transferAnswered.
 */
export function recordTransferAnswer(
  ctx: ActContext,
  input: z.output<typeof recordTransferAnswerInput>,
): Promise<{ transferId: string }> {
  return perform(ctx, "transfer.recordAnswer", input, async (act) => {
    const { tx, countyId, actor, now } = act;
    const named = { ...input, countyId };
    const { isAccepted, answeredOn, source, reason } = input;
    const { id, toBody, offeredAt } = await waitingTransfer(tx, named);
    if (toBody === "") throw notFound();
    if (!isAccepted && reason === "") throw invalid("reasonNeeded");
    if (answeredOn > dayOf(now) || answeredOn < dayOf(offeredAt)) throw invalid("answerDayOutside");
    await tx
      .update(transfers)
      .set({
        isAccepted,
        answeredBy: actor.personId,
        answeredAt: now,
        answerReason: reason,
        answeredOn,
        answerSource: source,
      })
      .where(thisTransfer(named));
    const payload = { transferId: id, accepted: isAccepted, on: answeredOn };
    if (!isAccepted) return { result: { transferId: id }, payload };
    const { released, stamps } = await endAsTransferred(act, actor.personId, reason, answeredOn);
    return { result: { transferId: id }, payload: { ...payload, ...released }, to: "closed", stamps };
  });
}
