import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import type { TestCounty } from "./county";

/** Makes every day of more than a year from today a working day of this county, so that no real holiday disturbs a test. */
export const noHolidays = (county: TestCounty) =>
  database().execute(sql`insert into day_overrides (county_id, day, is_workday)
    select ${county.countyId}::uuid, d::date, true from generate_series(current_date, current_date + 400, interval '1 day') d
    on conflict do nothing`);
