import { holdUntil, latestHold } from "../../bookings/hold-times";
import { afterOfficeHours, type Office, officeTimeBy } from "../../rules/office-hours";

/**
 * The last moment to answer and the end of the hold, by the county's rules, so that after an invitee's silence somebody
 * else can still be asked before the hold ends. When little time is left, the invitee gets half of it. Both
 * are while the office is open, if it is open before the session.
 */
export function answerTimes(startsAt: Date, now: Date, office: Office): { answerBy: Date; heldUntil: Date } {
  const { rules } = office;
  const latest = latestHold(startsAt, now);
  const half = now.getTime() + (latest.getTime() - now.getTime()) / 2;
  const wanted = afterOfficeHours(now, rules["invitation.answerHours"], office);
  const limit = new Date(Math.floor(Math.min(wanted.getTime(), half) / 60_000) * 60_000);
  const answerBy = officeTimeBy(limit, { now, latest }, office);
  return { answerBy, heldUntil: holdUntil(startsAt, answerBy, rules["hold.hours"], office) };
}
