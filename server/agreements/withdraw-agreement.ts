import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agreements, obligationParties, obligations } from "@/db/schema/agreements";
import { type Done, perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { ObligationInput, WithdrawAgreementInput } from "./inputs";
import { type AgreementRow, agreementOf } from "./parts/find-agreement";
import { writeObligations } from "./parts/write-obligations";

/** The clauses of an agreement as they were drafted, in order. */
async function clausesOf(tx: Tx, { countyId, id }: AgreementRow): Promise<ObligationInput[]> {
  const rows = await tx
    .select()
    .from(obligations)
    .where(and(eq(obligations.countyId, countyId), eq(obligations.agreementId, id)))
    .orderBy(asc(obligations.ordinal));
  const parts = await tx
    .select({
      obligationId: obligationParties.obligationId,
      partyId: obligationParties.partyId,
      part: obligationParties.part,
      shareFen: obligationParties.shareFen,
    })
    .from(obligationParties)
    .innerJoin(
      obligations,
      and(eq(obligations.countyId, obligationParties.countyId), eq(obligations.id, obligationParties.obligationId)),
    )
    .where(and(eq(obligations.countyId, countyId), eq(obligations.agreementId, id)));
  const having = (obligationId: string, part: "obligor" | "obligee") =>
    parts.filter((row) => row.obligationId === obligationId && row.part === part).map((row) => row.partyId);
  const sharesOf = (obligationId: string) =>
    parts.flatMap((row) => (row.obligationId === obligationId && row.shareFen !== null ? row.shareFen : []));
  return rows.map(({ id: obligationId, kind, text, amountFen, dueOn, proof, verifierId, liability }) => ({
    kind,
    text,
    amountFen,
    dueOn,
    proof,
    verifierId,
    obligorPartyIds: having(obligationId, "obligor"),
    obligeePartyIds: having(obligationId, "obligee"),
    liability: liability ?? undefined,
    sharesFen: liability === "shares" ? sharesOf(obligationId) : [],
  }));
}

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
      .set({ status: "withdrawn", withdrawnAt: now, withdrawnReason: input.reason })
      .where(and(eq(agreements.countyId, countyId), eq(agreements.id, old.id)));
    const payload = { agreementId: old.id, number: old.number, reason: input.reason };
    if (old.status === "draft") return { result: { agreementId: null }, payload };
    const agreementId = newId(now);
    const { proceedingId, form, facts } = old;
    await tx.insert(agreements).values({
      countyId,
      id: agreementId,
      disputeId: dispute.id,
      proceedingId,
      ordinal: old.ordinal + 1,
      form,
      facts,
      draftedBy: actor.personId,
      draftedAt: now,
    });
    await writeObligations(tx, { countyId, disputeId: dispute.id, agreementId, now }, await clausesOf(tx, old));
    return { result: { agreementId }, payload };
  });
}
