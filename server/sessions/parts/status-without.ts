import { and, eq, ne } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import type { SessionRow } from "../../bookings/booked-session";
import type { Act } from "../../disputes/perform";

/** The status after this session is gone: without another one the proceeding is being convened again, else it stays. */
export async function statusWithout(
  { tx, countyId, proceeding }: Act,
  session: SessionRow,
): Promise<"convening" | undefined> {
  const [other] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.countyId, countyId),
        eq(sessions.proceedingId, session.proceedingId),
        ne(sessions.status, "cancelled"),
        ne(sessions.id, session.id),
      ),
    )
    .limit(1);
  return !other && proceeding?.status === "scheduled" ? "convening" : undefined;
}
