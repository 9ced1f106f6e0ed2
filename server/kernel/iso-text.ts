import { type SQL, sql } from "drizzle-orm";

/** An instant as ISO text in UTC with milliseconds, the form lists and cursors use. */
export const isoText = (instant: SQL): SQL =>
  sql`to_char((${instant}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
