import { and, eq, isNull } from "drizzle-orm";
import { revisits } from "@/db/schema/revisits";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import { addVisit } from "../performance/parts/add-visit";
import type { RecordRevisitInput } from "./inputs";

/**
 * What one party told somebody who took no part in the matter and was drawn to ask; with the last side the revisit is done. Whoever
 * was not drawn is told that there is none (notFound). Refuses dayInFuture, dayTooEarly.
 */
export function recordRevisit(ctx: ActContext, input: RecordRevisitInput): Promise<{ visitId: string }> {
  return perform(ctx, "revisit.record", input, async (act) => {
    const { tx, countyId, dispute } = act;
    const { revisitId } = input;
    const [open] = await tx
      .select({ id: revisits.id })
      .from(revisits)
      .where(
        and(
          ...[eq(revisits.countyId, countyId), eq(revisits.id, revisitId)],
          ...[eq(revisits.disputeId, dispute.id), isNull(revisits.doneOn)],
        ),
      );
    if (!open) throw notFound();
    const { visitId, ...payload } = await addVisit(act, { ...input, revisitId });
    return { result: { visitId }, payload: { revisitId, ...payload } };
  });
}
