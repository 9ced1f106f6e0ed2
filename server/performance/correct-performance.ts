import { and, eq } from "drizzle-orm";
import { performances } from "@/db/schema/performance";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, invalid, notFound } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { CorrectPerformanceInput } from "./inputs";
import { accountsOf, addEntry, obligationInForce } from "./parts/add-entry";

/**
 * Says that an entry was recorded wrongly. The entry stays readable and counts nowhere; what is right is entered anew. A
 * clause that is no longer settled without it is open again, and so is the proceeding. Refuses notFound, alreadyCorrected,
 * refundOfPaid (money of it has been given back), dayInFuture.
 */
export function correctPerformance(
  ctx: ActContext,
  input: CorrectPerformanceInput,
): Promise<{ performanceId: string; isObligationPerformed: boolean; isAllPerformed: boolean }> {
  return perform(ctx, "performance.correct", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const { entryId: correctsId, foundOn, reason } = input;
    if (foundOn > dayOf(now)) throw invalid("dayInFuture");
    const ofLedger = and(eq(performances.countyId, countyId), eq(performances.disputeId, dispute.id));
    const [wrong] = await tx
      .select()
      .from(performances)
      .where(and(ofLedger, eq(performances.id, correctsId)));
    if (!wrong || wrong.kind === "correction") throw notFound();
    const [again] = await tx
      .select({ id: performances.id })
      .from(performances)
      .where(and(ofLedger, eq(performances.correctsId, correctsId)));
    if (again) throw conflict("alreadyCorrected");
    const obligation = await obligationInForce(act, wrong.obligationId);
    const own = (await accountsOf(act, obligation.id)).find((account) => account.partyId === wrong.partyId);
    if (own && wrong.kind !== "waived" && wrong.kind !== "refunded" && (wrong.amountFen ?? 0) > own.paidFen)
      throw conflict("refundOfPaid", { yuan: own.paidFen / 100 });
    const { entryId, to, ...led } = await addEntry(act, obligation, {
      partyId: wrong.partyId,
      kind: "correction",
      correctsId,
      amountFen: null,
      performedOn: foundOn,
      proof: wrong.proof,
      proofNote: reason,
    });
    return {
      result: { performanceId: entryId, ...led },
      payload: { obligationId: obligation.id, partyId: wrong.partyId, clause: obligation.ordinal, correctsId, reason },
      to,
    };
  });
}
