import { and, eq } from "drizzle-orm";
import { agreements, seals } from "@/db/schema/agreements";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { AgreementTarget } from "./inputs";
import { agreementOf } from "./parts/find-agreement";

/**
 * Puts the committee's seal on the agreement, which takes effect at that moment (人民调解法 29). Only a head of the
 * committee may; a unique key lets one of two simultaneous seals win.
 */
export function sealAgreement(ctx: ActContext, input: AgreementTarget): Promise<{ agreementId: string }> {
  return perform(ctx, "agreement.seal", input, async (act) => {
    const { tx, countyId, now, dispute, actor } = act;
    const agreement = await agreementOf(act);
    await tx
      .insert(seals)
      .values({ countyId, agreementId: agreement.id, disputeId: dispute.id, sealedBy: actor.personId, sealedAt: now });
    await tx
      .update(agreements)
      .set({ status: "effective", effectiveAt: now })
      .where(and(eq(agreements.countyId, countyId), eq(agreements.id, agreement.id)));
    return {
      result: { agreementId: agreement.id },
      payload: { agreementId: agreement.id, number: agreement.number },
      to: "performing",
    };
  });
}
