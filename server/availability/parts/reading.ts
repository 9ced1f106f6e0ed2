import type { NewJob } from "../../kernel/jobs";

/** The job that reads one imported calendar; enqueued twice before it ran, it runs once. */
export const readingOf = (countyId: string, calendarId: string): NewJob => ({
  task: "readCalendar",
  payload: { countyId, calendarId },
  jobKey: `readCalendar:${calendarId}`,
});
