import { and, eq, isNull, max, ne, sql } from "drizzle-orm";
import { agreements, obligationParties, obligations } from "@/db/schema/agreements";
import { performances } from "@/db/schema/performance";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { checkHappened, happenedAt } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { conflict, invalid, notFound } from "../kernel/problem";
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

async function obligorsOf({ tx, countyId }: Act, obligationId: string): Promise<string[]> {
  const rows = await tx
    .select({ partyId: obligationParties.partyId })
    .from(obligationParties)
    .where(
      and(
        eq(obligationParties.countyId, countyId),
        eq(obligationParties.obligationId, obligationId),
        eq(obligationParties.part, "obligor"),
      ),
    );
  return rows.map((row) => row.partyId);
}

/** The day on which the agreement was reached, signed or in force, whichever came first: nothing can be performed before. */
async function reachedOn({ tx, countyId }: Act, agreementId: string): Promise<string> {
  const [row] = await tx.execute<{ day: string }>(
    sql`select app.reached_on(${countyId}::uuid, ${agreementId}::uuid)::text as day`,
  );
  if (!row) throw new Error("no agreement");
  return row.day;
}

/** When the obligation was kept: on the day of its last proof. */
async function performedAt({ tx, countyId, now }: Act, obligationId: string): Promise<Date> {
  const [last] = await tx
    .select({ on: max(performances.performedOn) })
    .from(performances)
    .where(and(eq(performances.countyId, countyId), eq(performances.obligationId, obligationId)));
  return happenedAt(last?.on, { now, earliest: last?.on ?? "" });
}

/** Whether this proof completes the obligation. Refuses money above the balance and a second proof by the same obligor. */
async function isKeptWith(act: Act, obligation: ObligationRow, input: RecordPerformanceInput): Promise<boolean> {
  const obligors = await obligorsOf(act, obligation.id);
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
    checkHappened(input.performedOn, { now, earliest: await reachedOn(act, obligation.agreementId) });
    const isKept = await isKeptWith(act, obligation, input);
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
      recordedBy: actor.personId,
      recordedAt: now,
    });
    if (isKept) {
      await tx
        .update(obligations)
        .set({ performedAt: await performedAt(act, obligationId), version: obligation.version + 1 })
        .where(and(eq(obligations.countyId, countyId), eq(obligations.id, obligationId)));
    }
    const isAllPerformed = isKept && !(await hasOtherOpen(act, obligation));
    return {
      result: { performanceId, isObligationPerformed: isKept, isAllPerformed },
      payload: { obligationId, partyId, clause: obligation.ordinal, amountFen, performedOn, proof },
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
