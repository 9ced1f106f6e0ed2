import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agreements } from "@/db/schema/agreements";
import { invitations } from "@/db/schema/invitations";
import { endings } from "@/db/schema/proceedings";
import { sessions, slots } from "@/db/schema/sessions";
import type { ActContext } from "../kernel/context";
import { conflict, invalid } from "../kernel/problem";
import { type EndProceedingInput, endOutcomes } from "./inputs";
import { perform } from "./perform";

/** Frees rooms and people: every session still to come is cancelled. */
async function cancelSessions(tx: Tx, countyId: string, proceedingId: string, reason: string): Promise<string[]> {
  const cancelled = await tx
    .update(sessions)
    .set({ status: "cancelled", cancelReason: reason })
    .where(and(eq(sessions.countyId, countyId), eq(sessions.proceedingId, proceedingId), eq(sessions.status, "booked")))
    .returning({ id: sessions.id });
  const ids = cancelled.map((row) => row.id);
  if (ids.length > 0) await tx.delete(slots).where(and(eq(slots.countyId, countyId), inArray(slots.sessionId, ids)));
  return ids;
}

/** Nobody is left waiting: unanswered invitations are withdrawn, and a paper not yet in force is taken back. */
async function withdrawOpenPapers(tx: Tx, countyId: string, proceedingId: string, now: Date, reason: string): Promise<number> {
  const withdrawn = await tx
    .update(invitations)
    .set({ status: "withdrawn" })
    .where(and(eq(invitations.countyId, countyId), eq(invitations.proceedingId, proceedingId), inArray(invitations.status, ["sent", "seen"])))
    .returning({ id: invitations.id });
  await tx
    .update(agreements)
    .set({ status: "withdrawn", withdrawnAt: now, withdrawnReason: reason })
    .where(and(eq(agreements.countyId, countyId), eq(agreements.proceedingId, proceedingId), inArray(agreements.status, ["draft", "signing"])));
  return withdrawn.length;
}

/**
 * Ends a proceeding without its goal: withdrawn, unreachable, deadlock, time over, not signed, or (public
 * security) on to a penalty. The other routes are told where the law demands it (人民调解法 26).
 */
export function endProceeding(ctx: ActContext, input: EndProceedingInput): Promise<{ proceedingId: string }> {
  return perform(ctx, "proceeding.end", input, async ({ tx, countyId, now, dispute, proceeding, actor }) => {
    if (!proceeding) throw conflict("noProceeding");
    const { outcome, reason, routesTold } = input;
    if (!endOutcomes[proceeding.track].includes(outcome)) throw invalid("outcomeNotOnThisTrack");
    const sessionsCancelled = await cancelSessions(tx, countyId, proceeding.id, reason);
    const invitationsWithdrawn = await withdrawOpenPapers(tx, countyId, proceeding.id, now, reason);
    await tx.insert(endings).values({
      countyId,
      proceedingId: proceeding.id,
      disputeId: dispute.id,
      outcome,
      reason,
      routesTold,
      endedBy: actor.personId,
      endedAt: now,
    });
    return {
      result: { proceedingId: proceeding.id },
      payload: { outcome, routesTold, sessionsCancelled: sessionsCancelled.length, invitationsWithdrawn },
      stamps: { endedAt: now, outcome },
    };
  });
}
