import type { NewJob } from "../kernel/jobs";
import { afterOfficeHours, type Office, officeTimeBy } from "../rules/office-hours";

const hour = 3_600_000;

/**
 * The last moment at which a hold must be decided: an hour before the session, so that there is time to tell everyone.
 */
export const latestHold = (startsAt: Date, now: Date): Date =>
  new Date(Math.max(startsAt.getTime() - hour, Math.min(startsAt.getTime(), now.getTime() + hour / 2)));

/** The end of a hold that was requested for so many hours at work, while the office is open if that can be. */
export const holdUntil = (startsAt: Date, now: Date, hours: number, office: Office): Date =>
  officeTimeBy(afterOfficeHours(now, hours, office), { now, latest: latestHold(startsAt, now) }, office);

/** The job that decides a hold when it runs out; one per session, a newer one replaces an older. */
export const holdJob = (countyId: string, sessionId: string, runAt: Date): NewJob => ({
  task: "expireHold",
  payload: { countyId, sessionId },
  jobKey: `hold:${sessionId}`,
  runAt,
});
