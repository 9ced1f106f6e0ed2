import { sql } from "drizzle-orm";

/** Which agreement of its proceeding a new one is; those taken back or replaced count. */
export const nextOrdinal = (countyId: string, proceedingId: string) =>
  sql`(select coalesce(max(ordinal), 0) + 1 from agreements where county_id = ${countyId} and proceeding_id = ${proceedingId})`;
