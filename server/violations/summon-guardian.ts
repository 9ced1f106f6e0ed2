import { guardianSummonses } from "@/db/schema/violations";
import { firstDayOf } from "../disputes/parts/first-day-of";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { checkHappenedSince } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { SummonGuardianInput } from "./inputs";

/**
 * Notes that a minor's parent or guardian was told to attend, by which means and when; or that nobody had to be, because
 * the minor is 16 or more, lives mainly on their own wages and agreed to it, with what shows that (程序规定 181). Refuses dayInFuture,
 * dayTooEarly.
 */
export function summonGuardian(ctx: ActContext, input: SummonGuardianInput): Promise<{ summonsId: string }> {
  return perform(ctx, "guardian.summon", input, async (act) => {
    const { tx, countyId, dispute, now, actor } = act;
    const toldAt = input.toldAt ? new Date(input.toldAt) : now;
    if (toldAt > now) throw invalid("dayInFuture");
    await checkHappenedSince(dayOf(toldAt), { now, earliest: () => firstDayOf(act) });
    const summonsId = newId(now);
    const { partyId, linkId, means, exceptionReason } = input;
    await tx.insert(guardianSummonses).values({
      countyId,
      id: summonsId,
      disputeId: dispute.id,
      proceedingId: proceedingOf(act).id,
      partyId,
      linkId,
      means,
      exceptionReason,
      toldAt,
      recordedBy: actor.personId,
      recordedAt: now,
    });
    return { result: { summonsId }, payload: { summonsId, partyId, isExcepted: linkId === null } };
  });
}
