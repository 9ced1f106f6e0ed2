import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { sessions, slots } from "@/db/schema/sessions";
import type { Act } from "../disputes/perform";
import { conflict } from "../kernel/problem";
import { type SessionRow, sessionOf } from "./booked-session";
import { queueForSession } from "./keep-slots";

/** Why the system itself released a session; the texts are `sessions.reasons.<code>`. */
export const releaseReasons = { expired: "holdExpired", planned: "plannedAnew" } as const;

/**
 * Releases all time of a session and marks it cancelled. Whoever had accepted stays a helper of the dispute. `wanted`
 * are rooms and people whose time the same act takes afterwards.
 */
export async function giveBack(
  act: Act,
  session: SessionRow,
  reason: string,
  wanted: readonly string[] = [],
): Promise<void> {
  const { tx, countyId } = act;
  await queueForSession(tx, session, wanted);
  await tx.delete(slots).where(and(eq(slots.countyId, countyId), eq(slots.sessionId, session.id)));
  await tx
    .update(sessions)
    .set({ status: "cancelled", cancelReason: reason, atRiskSince: null, version: session.version + 1 })
    .where(and(eq(sessions.countyId, countyId), eq(sessions.id, session.id)));
  await tx
    .update(invitations)
    .set({ sessionId: null })
    .where(
      and(
        eq(invitations.countyId, countyId),
        eq(invitations.sessionId, session.id),
        eq(invitations.status, "accepted"),
      ),
    );
}

/** Releases a held session because another hour is planned for the same people; their invitations stay open for it. */
export async function releaseHold(act: Act, sessionId: string, wanted: readonly string[]): Promise<void> {
  const session = await sessionOf(act, sessionId);
  if (session.status !== "booked" || !session.heldUntil) throw conflict("notHeld");
  await giveBack(act, session, releaseReasons.planned, wanted);
}
