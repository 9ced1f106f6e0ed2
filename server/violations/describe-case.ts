import { caseAccounts } from "@/db/schema/violations";
import { acceptedDay } from "../disputes/parts/began-on";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { DescribeCaseInput } from "./inputs";

/**
 * Writes down what a mediation agreement says of the case: organ, time, place, cause, course, circumstances and result, who else
 * was there and how it is performed (程序规定 184). The latest account counts for a paper that is yet to be sent to sign; earlier
 * ones stay. Refuses with dayInFuture, and dayOutOfOrder where it would have happened after the case was accepted.
 */
export function describeCase(ctx: ActContext, input: DescribeCaseInput): Promise<{ accountId: string }> {
  return perform(ctx, "case.describe", input, async (act) => {
    const { tx, countyId, dispute, now, actor } = act;
    const { organ, place, cause, course, circumstances, result, performanceWay, others } = input;
    const happenedAt = new Date(input.happenedAt);
    if (happenedAt > now) throw invalid("dayInFuture");
    if (dayOf(happenedAt) > acceptedDay(proceedingOf(act))) throw invalid("dayOutOfOrder");
    const accountId = newId(now);
    await tx.insert(caseAccounts).values({
      ...{ organ, place, cause, course, circumstances, result, performanceWay, others, happenedAt },
      countyId,
      id: accountId,
      disputeId: dispute.id,
      proceedingId: proceedingOf(act).id,
      recordedBy: actor.personId,
      recordedAt: now,
    });
    return { result: { accountId }, payload: { accountId } };
  });
}
