import { checkSigner } from "../agreements/parts/check-signer";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { WaivePerformanceInput } from "./inputs";
import { accountsOf, addEntry, obligationInForce, owedFen } from "./parts/add-entry";

/**
 * Records that an obligee gives up what one obligor still owes them, or part of it (民法典 575). Whoever gives up a right
 * binds themselves: the same person is asked for as at the signature. Refuses notTheObligor, amountWhenPay, aboveOwed,
 * alreadyPerformed, dayInFuture, and what a signature would be refused for.
 */
export function waivePerformance(
  ctx: ActContext,
  input: WaivePerformanceInput,
): Promise<{ performanceId: string; isObligationPerformed: boolean; isAllPerformed: boolean }> {
  return perform(ctx, "performance.waive", input, async (act) => {
    const { obligationId, partyId, obligeePartyId, byLinkId, means, amountFen, waivedOn, proof, proofNote } = input;
    const obligation = await obligationInForce(act, obligationId);
    if (waivedOn > dayOf(act.now)) throw invalid("dayInFuture");
    if (obligation.supersededAt) throw conflict("superseded");
    if (obligation.performedAt || obligation.waivedAt) throw conflict("alreadyPerformed");
    const accounts = await accountsOf(act, obligation.id);
    if (!accounts.some((account) => account.partyId === partyId)) throw conflict("notTheObligor");
    if ((obligation.amountFen === null) !== (amountFen === null)) throw invalid("amountWhenPay");
    if (amountFen !== null && amountFen > owedFen(obligation, accounts, partyId)) throw conflict("aboveOwed");
    await checkSigner(act, {
      disputeId: input.disputeId,
      signer: { kind: "party", partyId: obligeePartyId, byLinkId },
      means,
      happenedOn: waivedOn,
    });
    const { entryId, to, ...led } = await addEntry(act, obligation, {
      partyId,
      kind: "waived",
      byPartyId: obligeePartyId,
      byLinkId,
      amountFen,
      performedOn: waivedOn,
      proof,
      proofNote,
    });
    return {
      result: { performanceId: entryId, ...led },
      payload: { obligationId, partyId: obligeePartyId, clause: obligation.ordinal, amountFen },
      to,
    };
  });
}
