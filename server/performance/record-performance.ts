import { and, eq } from "drizzle-orm";
import { obligationParties } from "@/db/schema/agreements";
import type { SpeakerInput } from "../binding/inputs";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { checkHappened, dayIfEarlier } from "../kernel/happened";
import { conflict, invalid, notFound } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { RecordPerformanceInput } from "./inputs";
import { accountsOf, addEntry, isOwedTo, type ObligationRow, obligationInForce, owedFen } from "./parts/add-entry";
import { openContest, writeContestEnd } from "./parts/open-contest";
import { reachedOn } from "./parts/reached-on";

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
 * given proof, on the day of the last entry; the proceeding, when its last obligation is settled (人民调解法 31). Refuses
 * with dayInFuture, dayTooEarly before the agreement was reached, and superseded after a new version of it took effect.
 */
export function recordPerformance(
  ctx: ActContext,
  input: RecordPerformanceInput,
): Promise<{ performanceId: string; isObligationPerformed: boolean; isAllPerformed: boolean }> {
  return perform(ctx, "performance.record", input, async (act) => {
    const obligation = await obligationInForce(act, input.obligationId);
    checkHappened(input.performedOn, { now: act.now, earliest: await reachedOn(act, obligation.agreementId) });
    const { supersededAt } = obligation;
    if (supersededAt && input.kind !== "refunded" && input.performedOn > dayOf(supersededAt))
      throw conflict("superseded");
    await checkEntry(act, obligation, input);
    const received = await receiverOf(act, input);
    await checkClaim(act, input);
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
      receivedByPartyId: received?.partyId ?? null,
      receivedByLinkId: received?.linkId ?? null,
    });
    const { contestId = null } = input;
    if (contestId !== null)
      await writeContestEnd(act, {
        contestId,
        kind: "confirmed",
        entryId,
        withdrawnBy: null,
        endedOn: dayOf(act.now),
        reason: proofNote,
      });
    const said = { obligationId, partyId, clause: obligation.ordinal, entry: kind, amountFen, performedOn, proof };
    return {
      result: { performanceId: entryId, ...led },
      payload: contestId === null ? said : { ...said, contestId },
      to,
    };
  });
}

/** What an entry confirms was claimed on the same account. Refuses with notFound, contestEnded. */
async function checkClaim(act: Act, { contestId, obligationId, partyId, kind }: RecordPerformanceInput): Promise<void> {
  if (contestId === undefined) return;
  const claim = await openContest(act, contestId);
  const isOfAccount = claim.obligationId === obligationId && claim.partyId === partyId;
  if (claim.kind !== "claimed" || !isOfAccount || kind === "refunded") throw notFound();
}
/**
 * Whose word the proof is: a receipt and a mutual confirmation are given by an obligee, or by whoever may bind them; for one
 * who died, by an heir who stepped in. Null where the proof is something else or nobody is owed. Refuses with receiverNeeded and what `requireSpeakers` refuses.
 */
async function receiverOf(act: Act, input: RecordPerformanceInput): Promise<SpeakerInput | null> {
  if (input.proof !== "receipt" && input.proof !== "mutualConfirmation") return null;
  const { tx, countyId, dispute } = act;
  const rows = await tx
    .select({ partyId: obligationParties.partyId })
    .from(obligationParties)
    .where(
      and(
        eq(obligationParties.countyId, countyId),
        eq(obligationParties.obligationId, input.obligationId),
        eq(obligationParties.part, "obligee"),
      ),
    );
  const obligees = rows.map((row) => row.partyId);
  const [only] = obligees;
  if (!only) return null;
  const receiver = input.receivedBy ?? (obligees.length === 1 ? { partyId: only, linkId: null } : null);
  if (!receiver || !(await isOwedTo(act, input.obligationId, receiver.partyId))) throw invalid("receiverNeeded");
  await requireSpeakers({ tx, countyId, disputeId: dispute.id, track: proceedingOf(act).track }, [
    { ...receiver, purpose: "receive", means: "seal", on: dayIfEarlier(input.performedOn, act.now) },
  ]);
  return receiver;
}
