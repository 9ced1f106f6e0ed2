import { holdUntil, latestHold } from "../../bookings/hold-times";
import type { Rules } from "../../rules/defaults";

const hour = 3_600_000;

/**
 * The last moment to answer and the end of the hold, by the county's rules, so that after an invitee's silence somebody
 * else can still be asked before the hold ends. When little time is left, the invitee gets half of it.
 */
export function answerTimes(startsAt: Date, now: Date, rules: Rules): { answerBy: Date; heldUntil: Date } {
  const latest = latestHold(startsAt, now).getTime();
  const half = now.getTime() + (latest - now.getTime()) / 2;
  const wanted = now.getTime() + rules["invitation.answerHours"] * hour;
  const answerBy = new Date(Math.floor(Math.min(wanted, half) / 60_000) * 60_000);
  return { answerBy, heldUntil: holdUntil(startsAt, answerBy, rules["hold.hours"]) };
}
