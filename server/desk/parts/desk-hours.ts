import type { SessionStatus } from "@/db/vocabulary";
import { dayOf } from "../../kernel/shanghai";

/**
 * Whether the desk of this session is open: confirmed, not yet recorded, and started or within its own day
 * (Asia/Shanghai).
 */
export function isLive(
  session: { status: SessionStatus; heldUntil: Date | string | null; startedAt: Date | string | null; startsAt: Date },
  now: Date,
): boolean {
  if (session.status !== "booked" || session.heldUntil) return false;
  return session.startedAt !== null || dayOf(session.startsAt) === dayOf(now);
}
