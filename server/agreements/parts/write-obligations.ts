import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { obligationParties, obligations } from "@/db/schema/agreements";
import { newId } from "../../kernel/ids";
import { equalShares } from "../choices";
import type { ObligationInput } from "../inputs";

interface Place {
  countyId: string;
  disputeId: string;
  agreementId: string;
  now: Date;
}

/** Replaces all obligations of the draft. The database refuses this once the agreement has been sent to sign. */
export async function writeObligations(tx: Tx, place: Place, clauses: readonly ObligationInput[]): Promise<void> {
  const { countyId, disputeId, agreementId, now } = place;
  const old = await tx
    .select({ id: obligations.id })
    .from(obligations)
    .where(and(eq(obligations.countyId, countyId), eq(obligations.agreementId, agreementId)));
  const oldIds = old.map((row) => row.id);
  if (oldIds.length > 0) {
    await tx
      .delete(obligationParties)
      .where(and(eq(obligationParties.countyId, countyId), inArray(obligationParties.obligationId, oldIds)));
    await tx.delete(obligations).where(and(eq(obligations.countyId, countyId), inArray(obligations.id, oldIds)));
  }
  if (clauses.length === 0) return;
  const rows = clauses.map((clause, i) => ({ clause, row: rowOf(place, clause, i + 1, newId(now)) }));
  await tx.insert(obligations).values(rows.map(({ row }) => row));
  const parts = rows.flatMap(({ clause, row }) => [
    ...clause.obligorPartyIds.map((partyId, i) => ({
      countyId,
      disputeId,
      obligationId: row.id,
      partyId,
      part: "obligor" as const,
      shareFen: sharesOf(clause)[i] ?? null,
    })),
    ...clause.obligeePartyIds.map((partyId) => ({
      countyId,
      disputeId,
      obligationId: row.id,
      partyId,
      part: "obligee" as const,
      shareFen: null,
    })),
  ]);
  await tx.insert(obligationParties).values(parts);
}

function rowOf({ countyId, disputeId, agreementId }: Place, clause: ObligationInput, ordinal: number, id: string) {
  const {
    kind,
    text,
    amountFen,
    dueOn,
    dueAfterDays = null,
    proof,
    way = "",
    place = "",
    condition = "",
    consequence = "",
    verifierId,
    liability = null,
  } = clause;
  return {
    countyId,
    id,
    disputeId,
    agreementId,
    ordinal,
    kind,
    text,
    amountFen,
    dueOn,
    dueAfterDays,
    proof,
    way,
    place,
    condition,
    consequence,
    verifierId,
    liability,
  };
}

/** What each obligor owes by share, in their order; empty where each owes the whole. */
function sharesOf({ liability, amountFen, sharesFen = [], obligorPartyIds }: ObligationInput): readonly number[] {
  return liability === "equalShares" && amountFen !== null ? equalShares(amountFen, obligorPartyIds) : sharesFen;
}
