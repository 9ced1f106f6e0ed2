import { type SQL, sql } from "drizzle-orm";

/** The ids of a committee and of those that gave their work to it, as an array. */
export const withForerunners = (countyId: string, committeeId: string): SQL => sql`array(select c.id from committees c
  where c.county_id = ${countyId}::uuid and (c.id = ${committeeId}::uuid or app.heir_of(c.county_id, c.successor_id) = ${committeeId}::uuid))`;
