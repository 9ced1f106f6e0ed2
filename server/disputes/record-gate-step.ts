import { and, eq, isNull } from "drizzle-orm";
import { gateSteps } from "@/db/schema/gate";
import type { ActContext } from "../kernel/context";
import { checkHappenedSince } from "../kernel/happened";
import { conflict } from "../kernel/problem";
import type { RecordGateStepInput } from "./inputs";
import { firstDayOf } from "./parts/first-day-of";
import { perform } from "./perform";

/**
 * Records what came of a step of the police's route on family violence: the warning letter (反家庭暴力法 16–17), help with a
 * protection order (23), shelter (15, 18). Once recorded it stays. Refuses with takeOverFirst, stepDone, dayInFuture, dayTooEarly.
 */
export function recordGateStep(ctx: ActContext, input: RecordGateStepInput): Promise<{ kind: string }> {
  return perform(ctx, "gate.recordStep", input, async (act) => {
    const { tx, actor, countyId, dispute, now } = act;
    const { kind, result, doneOn, note } = input;
    await checkHappenedSince(doneOn, { now, earliest: () => firstDayOf(act) });
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
