import { type Act, perform } from "../disputes/perform";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { conflict, invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { RecordPerformanceInput } from "./inputs";
import { accountsOf, addEntry, type ObligationRow, obligationInForce, owedFen } from "./parts/add-entry";

/** Refuses an entry that is not what it calls itself; the database refuses the same. */
async function checkEntry(
  act: Act<PersonActor>,
  obligation: ObligationRow,
  input: RecordPerformanceInput,
): Promise<void> {
  const { partyId, kind = "performed", amountFen } = input;
  const accounts = await accountsOf(act, obligation.id);
  const own = accounts.find((account) => account.partyId === partyId);
  if (!own) throw conflict("notTheObligor");
  if ((obligation.amountFen === null) !== (amountFen === null)) throw invalid("amountWhenPay");
  if (amountFen === null) {
    if (kind !== "performed") throw invalid("amountWhenPay");
    if (obligation.performedAt || obligation.waivedAt) throw conflict("alreadyPerformed");
    if (own.isDone) throw conflict("alreadyProven");
    return;
  }
  if (kind === "refunded") {
    if (amountFen > own.paidFen) throw conflict("refundOfPaid", { yuan: own.paidFen / 100 });
    return;
  }
  const openFen = owedFen(obligation, accounts, partyId);
  if (kind === "performed" && amountFen > openFen) throw conflict("aboveBalance", { yuan: openFen / 100 });
  if (kind === "overpaid" && amountFen <= openFen) throw conflict("notOverpaid", { yuan: openFen / 100 });
}

/**
 * Records that an obligor kept (part of) their obligation, with its proof, that more was paid than owed, or that money came
 * back. The obligation counts as performed when the sum is paid, by each share or by the whole, or when every obligor has
 * given proof; the proceeding, when its last obligation is settled (人民调解法 31).
 */
export function recordPerformance(
  ctx: ActContext,
  input: RecordPerformanceInput,
): Promise<{ performanceId: string; isObligationPerformed: boolean; isAllPerformed: boolean }> {
  return perform(ctx, "performance.record", input, async (act) => {
    const obligation = await obligationInForce(act, input.obligationId);
    if (input.performedOn > dayOf(act.now)) throw invalid("dayInFuture");
    await checkEntry(act, obligation, input);
    const {
      obligationId,
      partyId,
      kind = "performed",
      byPartyId = null,
      amountFen,
      performedOn,
      proof,
      proofNote,
    } = input;
    const { entryId, to, ...led } = await addEntry(act, obligation, {
      partyId,
      kind,
      byPartyId: byPartyId === partyId ? null : byPartyId,
      amountFen,
      performedOn,
      proof,
      proofNote,
    });
    return {
      result: { performanceId: entryId, ...led },
      payload: { obligationId, partyId, clause: obligation.ordinal, entry: kind, amountFen, proof },
      to,
    };
  });
}
