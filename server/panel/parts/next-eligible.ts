import type { Tx } from "@/db/client";
import { type Candidate, rankCandidates } from "../reads/candidates";

/**
 * Whom to ask next for a seat: the best person of the force who was never asked here, is in office, has every party's
 * consent, is not barred by a tie, and is free for all of `during` (for the next session booked here when null). The
 * deputy of one who declined or stayed silent comes first. Null when there is nobody; nothing is locked, so the verb
 * that asks them checks again.
 */
export async function nextEligible(
  tx: Tx,
  of: { countyId: string; disputeId: string; proceedingId: string },
  wanted: { forceCode: string; now: Date; during: { from: Date; to: Date } | null; sessionId: string | null },
): Promise<{ personId: string; name: string } | null> {
  const [best] = await tx.execute<Candidate & Record<string, unknown>>(
    rankCandidates(of, { ...wanted, limit: 1, isForSubstitute: true }),
  );
  return best ? { personId: best.personId, name: best.name } : null;
}
