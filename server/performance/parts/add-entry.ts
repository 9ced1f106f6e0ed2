import { and, eq, isNotNull, sql } from "drizzle-orm";
import { agreements, obligations } from "@/db/schema/agreements";
import { performances } from "@/db/schema/performance";
import type { ProceedingStatus } from "@/db/vocabulary";
import { type Act, proceedingOf } from "../../disputes/perform";
import { newId } from "../../kernel/ids";
import { notFound } from "../../kernel/problem";

export type ObligationRow = typeof obligations.$inferSelect;
type NewEntry = Omit<
  typeof performances.$inferInsert,
  "countyId" | "id" | "disputeId" | "obligationId" | "recordedBy" | "recordedAt"
>;

/** A clause of an agreement of this proceeding that is in force, or was until it was replaced. Refuses with notFound. */
export async function obligationInForce(act: Act, obligationId: string): Promise<ObligationRow> {
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
        isNotNull(agreements.effectiveAt),
      ),
    );
  if (!found) throw notFound();
  return found.obligation;
}

/** One obligor's account; sums in fen, `shareFen` null where each owes the whole. */
export interface Account extends Record<string, unknown> {
  partyId: string;
  shareFen: number | null;
  paidFen: number;
  waivedFen: number;
  isDone: boolean;
  isWaived: boolean;
}

/** The accounts of a clause, as app.ledger_accounts adds them up. */
export async function accountsOf({ tx, countyId }: Act, obligationId: string): Promise<Account[]> {
  const rows = await tx.execute<{ accounts: Account[] }>(sql`
    select coalesce(json_agg(json_build_object('partyId', a.party_id, 'shareFen', a.share_fen, 'paidFen', a.paid_fen,
      'waivedFen', a.waived_fen, 'isDone', a.is_done, 'isWaived', a.is_waived)), '[]'::json) as accounts
    from app.ledger_accounts(${countyId}::uuid, ${obligationId}::uuid) a`);
  return rows[0]?.accounts ?? [];
}

/** Whether a clause is owed to this party, as its obligee or in the place of one who died or was merged into it. */
export async function isOwedTo({ tx, countyId }: Act, obligationId: string, partyId: string): Promise<boolean> {
  const [found] = await tx.execute<{ is: boolean }>(
    sql`select app.is_owed(${countyId}::uuid, ${obligationId}::uuid, ${partyId}::uuid) as is`,
  );
  return found?.is ?? false;
}

/** What is still owed on an obligor's account, in fen: of their share, or of the whole where each owes it all. */
export function owedFen(obligation: ObligationRow, accounts: readonly Account[], partyId: string): number {
  const settled = (list: readonly Account[]) => list.reduce((sum, one) => sum + one.paidFen + one.waivedFen, 0);
  const own = accounts.filter((one) => one.partyId === partyId);
  const bySharing = obligation.liability === "equalShares" || obligation.liability === "shares";
  return Math.max(
    0,
    bySharing ? (own[0]?.shareFen ?? 0) - settled(own) : (obligation.amountFen ?? 0) - settled(accounts),
  );
}

/** What an entry led to: whether its clause, and all clauses of the agreement, are settled now, and the status that follows. */
export interface Entered {
  entryId: string;
  isObligationPerformed: boolean;
  isAllPerformed: boolean;
  to: ProceedingStatus;
}

/** Makes one entry in the ledger; the database works out what it leads to (app.follow_ledger). */
export async function addEntry(act: Act, obligation: ObligationRow, entry: NewEntry): Promise<Entered> {
  const { tx, countyId, now, dispute, actor } = act;
  const entryId = newId(now);
  await tx.insert(performances).values({
    ...entry,
    countyId,
    id: entryId,
    disputeId: dispute.id,
    obligationId: obligation.id,
    recordedBy: actor.kind === "person" ? actor.personId : "",
    recordedAt: now,
  });
  const [after] = await tx.execute<{ isOpen: boolean; isAnyOpen: boolean }>(sql`
    select coalesce(bool_or(o.id = ${obligation.id}::uuid), false) as "isOpen", count(*) > 0 as "isAnyOpen"
    from app.open_obligations(${countyId}::uuid, ${proceedingOf(act).id}::uuid) o`);
  const isAllPerformed = !(after?.isAnyOpen ?? true);
  return {
    entryId,
    isObligationPerformed: !(after?.isOpen ?? true),
    isAllPerformed,
    to: isAllPerformed ? "performed" : "performing",
  };
}
