import { holdUntil, latestHold } from "../../bookings/hold-times";
import type { Rules } from "../../rules/defaults";

const hour = 3_600_000;

/**
 * Until when answers are waited for, and until when the hour is held: the county's hours, so that between silence and
 * the end of the hold somebody else can still be asked. With little time left, half of it is for the answer.
 */
export function answerTimes(startsAt: Date, now: Date, rules: Rules): { answerBy: Date; heldUntil: Date } {
  const latest = latestHold(startsAt, now).getTime();
  const half = now.getTime() + (latest - now.getTime()) / 2;
  const wanted = now.getTime() + rules["invitation.answerHours"] * hour;
  const answerBy = new Date(Math.floor(Math.min(wanted, half) / 60_000) * 60_000);
  return { answerBy, heldUntil: holdUntil(startsAt, answerBy, rules["hold.hours"]) };
}
