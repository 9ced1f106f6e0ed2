import { and, eq } from "drizzle-orm";
import { agreements, seals } from "@/db/schema/agreements";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { happenedAt } from "../kernel/happened";
import { dayOf } from "../kernel/shanghai";
import type { EffectInput } from "./inputs";
import { agreementOf } from "./parts/find-agreement";
import { signedOn } from "./parts/signed-on";
import { startConfirmation } from "./parts/start-confirmation";

/**
 * Puts the committee's seal on the agreement, which takes effect at that moment (人民调解法 29), on the day on which it
 * was sealed, whenever that is entered. Only a head of the committee may; a unique key lets one of two simultaneous seals
 * win. Refuses with dayInFuture, and dayTooEarly before the last signature.
 */
export function sealAgreement(ctx: ActContext, input: EffectInput): Promise<{ agreementId: string }> {
  return perform(ctx, "agreement.seal", input, async (act) => {
    const { tx, countyId, now, dispute, actor } = act;
    const agreement = await agreementOf(act);
    const sealedAt = happenedAt(input.happenedOn, { now, earliest: await signedOn(act, agreement.id) });
    await tx
      .insert(seals)
      .values({ countyId, agreementId: agreement.id, disputeId: dispute.id, sealedBy: actor.personId, sealedAt });
    await tx
      .update(agreements)
      .set({ status: "effective", effectiveAt: sealedAt })
      .where(and(eq(agreements.countyId, countyId), eq(agreements.id, agreement.id)));
    await startConfirmation(act, agreement.id, sealedAt);
    return {
      result: { agreementId: agreement.id },
      payload: { agreementId: agreement.id, number: agreement.number, effectiveOn: dayOf(sealedAt) },
      to: "performing",
      // The sealed paper as a file, signed with the committee's certificate.
      jobs: [
        {
          task: "keepSealed",
          payload: { countyId, agreementId: agreement.id },
          jobKey: `sealed:${agreement.id}`,
        },
      ],
    };
  });
}
