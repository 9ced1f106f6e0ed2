import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { agreements, obligationParties, obligations } from "@/db/schema/agreements";
import { performances } from "@/db/schema/performance";
import type { SpeakerInput } from "../binding/inputs";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, invalid, notFound } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { RecordPerformanceInput } from "./inputs";

type ObligationRow = typeof obligations.$inferSelect;

/** The obligation of this proceeding's agreement in force, still open. */
async function openObligation(act: Act, obligationId: string): Promise<ObligationRow> {
  const [found] = await act.tx
    .select({ obligation: obligations })
    .from(obligations)
    .innerJoin(
      agreements,
      and(eq(agreements.countyId, obligations.countyId), eq(agreements.id, obligations.agreementId)),
    )
    .where(
      and(
        eq(obligations.countyId, act.countyId),
        eq(obligations.id, obligationId),
        eq(agreements.proceedingId, proceedingOf(act).id),
        eq(agreements.status, "effective"),
      ),
    );
  if (!found) throw notFound();
  if (found.obligation.performedAt) throw conflict("alreadyPerformed");
  return found.obligation;
}

/** Paid so far, and who has already given proof. */
async function doneSoFar({ tx, countyId }: Act, obligationId: string) {
  const rows = await tx
    .select({ partyId: performances.partyId, amountFen: performances.amountFen })
    .from(performances)
    .where(and(eq(performances.countyId, countyId), eq(performances.obligationId, obligationId)));
  return {
    paidFen: rows.reduce((sum, row) => sum + (row.amountFen ?? 0), 0),
    partyIds: new Set(rows.map((row) => row.partyId)),
  };
}

async function partiesOf({ tx, countyId }: Act, obligationId: string, part: "obligor" | "obligee"): Promise<string[]> {
  const rows = await tx
    .select({ partyId: obligationParties.partyId })
    .from(obligationParties)
    .where(
      and(
        eq(obligationParties.countyId, countyId),
        eq(obligationParties.obligationId, obligationId),
        eq(obligationParties.part, part),
      ),
    );
  return rows.map((row) => row.partyId);
}

/** Whether this proof completes the obligation. Refuses money above the balance and a second proof by the same obligor. */
async function isKeptWith(act: Act, obligation: ObligationRow, input: RecordPerformanceInput): Promise<boolean> {
  const obligors = await partiesOf(act, obligation.id, "obligor");
  if (!obligors.includes(input.partyId)) throw conflict("notTheObligor");
  const { paidFen, partyIds } = await doneSoFar(act, obligation.id);
  if (obligation.amountFen !== null) {
    if (input.amountFen === null) throw invalid("amountWhenPay");
    const openFen = obligation.amountFen - paidFen;
    if (input.amountFen > openFen) throw conflict("aboveBalance", { yuan: openFen / 100 });
    return input.amountFen === openFen;
  }
  if (input.amountFen !== null) throw invalid("amountWhenPay");
  if (partyIds.has(input.partyId)) throw conflict("alreadyProven");
  return obligors.every((id) => id === input.partyId || partyIds.has(id));
}

/**
 * Records that an obligor kept (part of) their obligation, with its proof. The obligation counts as performed when the
 * sum is paid in full, or when every obligor has given proof; the proceeding, when its last obligation is (人民调解法 31).
 */
export function recordPerformance(
  ctx: ActContext,
  input: RecordPerformanceInput,
): Promise<{ performanceId: string; isObligationPerformed: boolean; isAllPerformed: boolean }> {
  return perform(ctx, "performance.record", input, async (act) => {
    const { tx, countyId, now, dispute, actor } = act;
    const obligation = await openObligation(act, input.obligationId);
    if (input.performedOn > dayOf(now)) throw invalid("dayInFuture");
    const isKept = await isKeptWith(act, obligation, input);
    const received = await receiverOf(act, input);
    const performanceId = newId(now);
    const { obligationId, partyId, amountFen, performedOn, proof, proofNote } = input;
    await tx.insert(performances).values({
      countyId,
      id: performanceId,
      disputeId: dispute.id,
      obligationId,
      partyId,
      amountFen,
      performedOn,
      proof,
      proofNote,
      receivedByPartyId: received?.partyId ?? null,
      receivedByLinkId: received?.linkId ?? null,
      recordedBy: actor.personId,
      recordedAt: now,
    });
    if (isKept) {
      await tx
        .update(obligations)
        .set({ performedAt: now, version: obligation.version + 1 })
        .where(and(eq(obligations.countyId, countyId), eq(obligations.id, obligationId)));
    }
    const isAllPerformed = isKept && !(await hasOtherOpen(act, obligation));
    return {
      result: { performanceId, isObligationPerformed: isKept, isAllPerformed },
      payload: { obligationId, partyId, clause: obligation.ordinal, amountFen, proof },
      to: isAllPerformed ? "performed" : undefined,
    };
  });
}

async function hasOtherOpen({ tx, countyId }: Act, { agreementId, id }: ObligationRow): Promise<boolean> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(obligations)
    .where(
      and(
        eq(obligations.countyId, countyId),
        eq(obligations.agreementId, agreementId),
        ne(obligations.id, id),
        isNull(obligations.performedAt),
      ),
    );
  return (row?.n ?? 0) > 0;
}

/**
 * Whose word the proof is: a receipt and a mutual confirmation are given by an obligee, or by whoever may bind them. Null where
 * the proof is something else or nobody is owed. Refuses with receiverNeeded and what `requireSpeakers` refuses.
 */
async function receiverOf(act: Act, input: RecordPerformanceInput): Promise<SpeakerInput | null> {
  if (input.proof !== "receipt" && input.proof !== "mutualConfirmation") return null;
  const obligees = await partiesOf(act, input.obligationId, "obligee");
  const [only] = obligees;
  if (!only) return null;
  const receiver = input.receivedBy ?? (obligees.length === 1 ? { partyId: only, linkId: null } : null);
  if (!receiver || !obligees.includes(receiver.partyId)) throw invalid("receiverNeeded");
  const { tx, countyId, dispute } = act;
  await requireSpeakers({ tx, countyId, disputeId: dispute.id, track: proceedingOf(act).track }, [
    { ...receiver, purpose: "bind", means: "seal" },
  ]);
  return receiver;
}
