import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import type { Act } from "../disputes/perform";
import type { SessionRow } from "./booked-session";
import { keepSlots } from "./keep-slots";

/**
 * Turns a hold into a booking by removing its end. Gives the status the proceeding changes to, if any. `risk` is
 * written in the same version: since when too few people may come.
 */
export async function confirmHeldSession(
  { tx, countyId, proceeding, now }: Act,
  session: SessionRow,
  risk: Pick<SessionRow, "atRiskSince"> = session,
): Promise<"scheduled" | undefined> {
  await tx
    .update(sessions)
    .set({ heldUntil: null, atRiskSince: risk.atRiskSince, version: session.version + 1 })
    .where(and(eq(sessions.countyId, countyId), eq(sessions.id, session.id)));
  await keepSlots(tx, session, now);
  return proceeding?.status === "accepted" || proceeding?.status === "convening" ? "scheduled" : undefined;
}
