import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { RecordVisitInput } from "./inputs";
import { addVisit } from "./parts/add-visit";

/** Records a follow-up visit: whether the agreement is kept, how satisfied people are, and signs of new trouble. */
export function recordVisit(ctx: ActContext, input: RecordVisitInput): Promise<{ visitId: string }> {
  return perform(ctx, "visit.record", input, async (act) => {
    const { visitId, ...payload } = await addVisit(act, input);
    return { result: { visitId }, payload };
  });
}
