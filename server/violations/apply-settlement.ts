import { settlementApplicants, settlementApplications } from "@/db/schema/violations";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { dayIfEarlier } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { ApplySettlementInput } from "./inputs";

/**
 * Writes down both sides' application for no penalty, after they settled by themselves or by people's mediation and
 * performed what they agreed (程序规定 186；治安管理处罚法 9). The station's head decides it. Refused where a decision to punish
 * has been made or that is not clear, where days contradict each other, where one side is missing, and, if a people's
 * mediation of this dispute is named, where its agreement is not in force and performed.
 */
export function applySettlement(ctx: ActContext, input: ApplySettlementInput): Promise<{ applicationId: string }> {
  return perform(ctx, "settlement.apply", input, async (act) => {
    const { tx, countyId, dispute, now, actor } = act;
    const { applicants, version: _, disputeId: __, proceedingId: ___, ...said } = input;
    if (input.isDecided !== "no") throw invalid("penaltyDecided");
    if (input.appliedOn > dayOf(now)) throw invalid("dayInFuture");
    if (input.agreedOn > input.performedOn || input.performedOn > input.appliedOn) throw invalid("settlementOrder");
    const on = dayIfEarlier(input.appliedOn, now);
    const at = { tx, countyId, disputeId: dispute.id, track: proceedingOf(act).track };
    await requireSpeakers(
      at,
      applicants.map(({ partyId, byLinkId: linkId, means }) => ({ partyId, linkId, means, on, purpose: "bind" })),
    );
    const applicationId = newId(now);
    await tx.insert(settlementApplications).values({
      ...said,
      countyId,
      id: applicationId,
      disputeId: dispute.id,
      proceedingId: proceedingOf(act).id,
      recordedBy: actor.personId,
      recordedAt: now,
    });
    await tx.insert(settlementApplicants).values(
      applicants.map(({ partyId, byLinkId, means }) => ({
        countyId,
        applicationId,
        disputeId: dispute.id,
        partyId,
        linkId: byLinkId,
        means,
      })),
    );
    return { result: { applicationId }, payload: { applicationId, way: input.way } };
  });
}
