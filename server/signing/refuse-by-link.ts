import { and, eq } from "drizzle-orm";
import { signingRequests } from "@/db/schema/signing";
import type { SigningVisit } from "../access/link-entry";
import { markUsed } from "../access/new-link";
import { agreementOf } from "../agreements/parts/find-agreement";
import { perform } from "../disputes/perform";
import { actAs } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { RefusalInput } from "./inputs";
import { requestOf } from "./parts/request-of";

/**
 * Whoever was asked does not sign, and says why: the lead, and everybody else who signs, is told. They may still sign at the
 * table, or by another link. Refuses with notSigning, alreadySigned and alreadyRefused.
 */
export async function refuseByLink(
  { actor, now, requestId }: SigningVisit,
  key: string,
  { reason }: RefusalInput,
): Promise<{ requestId: string }> {
  const ctx = actAs(actor, now, key);
  const { disputeId, proceedingId, agreementId, partyId, signerKind } = await requestOf(ctx, requestId);
  return perform(ctx, "agreement.refuse", { disputeId, proceedingId, requestId, reason }, async (act) => {
    const { tx, countyId } = act;
    const agreement = await agreementOf(act);
    if (agreement.id !== agreementId || agreement.status !== "signing") throw conflict("notSigning");
    const own = and(eq(signingRequests.countyId, countyId), eq(signingRequests.id, requestId));
    const [before] = await tx.select({ refusedAt: signingRequests.refusedAt }).from(signingRequests).where(own);
    if (before?.refusedAt) throw conflict("alreadyRefused");
    await tx.update(signingRequests).set({ refusedAt: now, refusedReason: reason }).where(own);
    await markUsed(tx, countyId, { requestId }, now);
    return {
      result: { requestId },
      payload: { agreementId, request: requestId, signer: signerKind, partyId, reason },
    };
  });
}
