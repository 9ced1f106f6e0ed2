import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import type { Act } from "../disputes/perform";
import type { SessionRow } from "./booked-session";
import { keepSlots } from "./keep-slots";

/**
 * The other half of the one way: a hold loses its end and is a booking from now on. Gives the status the proceeding
 * takes, if any. `risk` changes, in the same version, since when too few may come.
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
