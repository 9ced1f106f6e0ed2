import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import type { Act } from "../../disputes/perform";
import { afterOfficeHours, officeTimeBy } from "../../rules/office-hours";

const minute = 60_000;
/** A substitute must know this long before the session begins. */
const beforeStart = 60 * minute;
/** Nobody is asked to decide in less time than this. */
const leastTime = 15 * minute;

/**
 * By when a person asked now has to answer: the county's hours from now, but never later than an hour before the
 * session or the end of its hold. Null when too little time is left, or the session will not be held any more.
 */
export async function nextAnswerBy(act: Act, sessionId: string | null): Promise<Date | null> {
  const { tx, countyId, now, rules } = act;
  const usual = afterOfficeHours(now, rules["invitation.answerHours"], act);
  if (!sessionId) return usual;
  const [session] = await tx
    .select({ status: sessions.status, startsAt: sessions.startsAt, heldUntil: sessions.heldUntil })
    .from(sessions)
    .where(and(eq(sessions.countyId, countyId), eq(sessions.id, sessionId)));
  if (session?.status !== "booked") return null;
  const latest = Math.min(
    session.startsAt.getTime() - beforeStart,
    session.heldUntil?.getTime() ?? Number.POSITIVE_INFINITY,
  );
  return latest - now.getTime() < leastTime ? null : officeTimeBy(usual, { now, latest: new Date(latest) }, act);
}
