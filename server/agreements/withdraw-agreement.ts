import { and, eq } from "drizzle-orm";
import { agreements } from "@/db/schema/agreements";
import { type Done, perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { WithdrawAgreementInput } from "./inputs";
import { clausesOf } from "./parts/clauses-of";
import { agreementOf } from "./parts/find-agreement";
import { writeObligations } from "./parts/write-obligations";

/**
 * Withdraws the agreement. The row keeps its number, which is never given again. One that was out for signing leaves a
 * new draft with the same clauses, a draft leaves nothing.
 */
export function withdrawAgreement(
  ctx: ActContext,
  input: WithdrawAgreementInput,
): Promise<{ agreementId: string | null }> {
  return perform(ctx, "agreement.withdraw", input, async (act): Promise<Done<{ agreementId: string | null }>> => {
    const { tx, countyId, now, dispute, actor } = act;
    const old = await agreementOf(act);
    await tx
      .update(agreements)
      .set({ status: "withdrawn", unfinished: null, withdrawnAt: now, withdrawnReason: input.reason })
      .where(and(eq(agreements.countyId, countyId), eq(agreements.id, old.id)));
    const payload = { agreementId: old.id, number: old.number, reason: input.reason };
    if (old.status === "draft") return { result: { agreementId: null }, payload };
    const agreementId = newId(now);
    const { proceedingId, form, facts, replacesId, renegotiatedReason } = old;
    await tx.insert(agreements).values({
      countyId,
      id: agreementId,
      disputeId: dispute.id,
      proceedingId,
      ordinal: old.ordinal + 1,
      form,
      facts,
      replacesId,
      renegotiatedReason,
      draftedBy: actor.personId,
      draftedAt: now,
    });
    await writeObligations(tx, { countyId, disputeId: dispute.id, agreementId, now }, await clausesOf(tx, old));
    return { result: { agreementId }, payload };
  });
}
