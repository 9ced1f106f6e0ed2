import { sql } from "drizzle-orm";

/** The columns of `weekly_hours` as a `WeekSpan`; a day ends at 24:00. */
export const weekSpan = sql`weekday, to_char(from_time, 'HH24:MI') as "from",
  case until_time when '24:00' then '24:00' else to_char(until_time, 'HH24:MI') end as "until", mood`;
