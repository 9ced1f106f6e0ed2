import { followUpVisits } from "@/db/schema/performance";
import { beganOn } from "../disputes/parts/began-on";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { checkHappened } from "../kernel/happened";
import { newId } from "../kernel/ids";
import type { RecordVisitInput } from "./inputs";

/** Records a follow-up visit: whether the agreement is kept, how satisfied people are, and signs of new trouble. */
export function recordVisit(ctx: ActContext, input: RecordVisitInput): Promise<{ visitId: string }> {
  return perform(ctx, "visit.record", input, async (act) => {
    const { tx, countyId, now, dispute, actor } = act;
    checkHappened(input.visitedOn, { now, earliest: await beganOn(act) });
    const visitId = newId(now);
    const {
      partyId,
      visitedOn,
      satisfaction,
      fairness,
      escalationSigns,
      courtAction = "",
      measures = "",
      note,
    } = input;
    await tx.insert(followUpVisits).values({
      countyId,
      id: visitId,
      disputeId: dispute.id,
      proceedingId: proceedingOf(act).id,
      partyId,
      visitedOn,
      satisfaction,
      // Whoever answered none of them was not asked.
      fairness: fairness?.some((answer) => answer !== "unsaid") ? fairness : null,
      escalationSigns,
      courtAction,
      measures,
      note,
      visitedBy: actor.personId,
      recordedAt: now,
    });
    return { result: { visitId }, payload: { visitedOn, satisfaction, hasSigns: escalationSigns !== "" } };
  });
}
