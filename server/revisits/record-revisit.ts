import { sql } from "drizzle-orm";
import { perform, proceedingOf } from "../disputes/perform";
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
    const { revisitId } = input;
    const [open] = await act.tx.execute(
      sql`select from app.own_revisits() r where r.id = ${revisitId}::uuid and r.proceeding_id = ${proceedingOf(act).id}::uuid`,
    );
    if (!open) throw notFound();
    const { visitId, ...payload } = await addVisit(act, input);
    return { result: { visitId }, payload: { revisitId, ...payload } };
  });
}
