import type { NewJob } from "../../kernel/jobs";

/** The worker's task that reads one imported calendar; asked for twice before it ran, it runs once. */
export const readingOf = (countyId: string, calendarId: string): NewJob => ({
  task: "readCalendar",
  payload: { countyId, calendarId },
  jobKey: `readCalendar:${calendarId}`,
});
