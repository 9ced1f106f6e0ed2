import type { SessionStatus } from "@/db/vocabulary";
import { dayOf } from "../../kernel/shanghai";

/**
 * Whether the desk of this session is open: confirmed, not yet recorded, and started, within its own day (Asia/Shanghai) or, past
 * midnight, within its hours.
 */
export function isLive(
  session: Record<"startsAt" | "endsAt", Date> &
    Record<"heldUntil" | "startedAt", Date | string | null> & { status: SessionStatus },
  now: Date,
): boolean {
  if (session.status !== "booked" || session.heldUntil) return false;
  const isThen = dayOf(session.startsAt) === dayOf(now) || (session.startsAt <= now && now < session.endsAt);
  return session.startedAt !== null || isThen;
}
