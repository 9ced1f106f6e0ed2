import { and, eq, isNull } from "drizzle-orm";
import { gateSteps } from "@/db/schema/gate";
import type { ActContext } from "../kernel/context";
import { conflict, invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { RecordGateStepInput } from "./inputs";
import { perform } from "./perform";

/**
 * Records what came of a step of the police's route on family violence: the warning letter (反家庭暴力法 16–17), help with a
 * protection order (23), shelter (15, 18). Once recorded it stays. Refuses with takeOverFirst, stepDone, notHappenedYet.
 */
export function recordGateStep(ctx: ActContext, input: RecordGateStepInput): Promise<{ kind: string }> {
  return perform(ctx, "gate.recordStep", input, async ({ tx, actor, countyId, dispute, now }) => {
    const { kind, result, doneOn, note } = input;
    if (doneOn > dayOf(now)) throw invalid("notHappenedYet");
    const done = await tx
      .update(gateSteps)
      .set({ result, doneOn, note, doneBy: actor.personId, doneAt: now })
      .where(
        and(
          eq(gateSteps.countyId, countyId),
          eq(gateSteps.disputeId, dispute.id),
          eq(gateSteps.kind, kind),
          isNull(gateSteps.result),
        ),
      )
      .returning({ id: gateSteps.id });
    if (done.length === 0) throw conflict("stepDone");
    return { result: { kind }, payload: { gateStep: kind, gateResult: result } };
  });
}
