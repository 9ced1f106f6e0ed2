import { sql } from "drizzle-orm";
import { closeDatabase, database } from "@/db/client";
import { hashPassword } from "@/server/access/passwords";
import { createCounty } from "./county";
import { demoPassword } from "./password";
import { type PlayOptions, runScenarios } from "./scenarios/run-scenarios";

interface SeedOptions extends Partial<Omit<PlayOptions, "now">>, Pick<PlayOptions, "now"> {
  stations?: number;
}

/** Is there a county already? */
export async function isSeeded(url: string): Promise<boolean> {
  process.env.DATABASE_URL = url;
  const rows = await database().execute(sql`select 1 from counties limit 1`);
  return rows.length > 0;
}

/** Whether anybody can sign in to an account of the demo county, whose password is known. */
export async function hasDemoAccounts(url: string): Promise<boolean> {
  process.env.DATABASE_URL = url;
  const rows = await database().execute(sql`
    select 1 from accounts a join people p on p.county_id = a.county_id and p.id = a.person_id
    where a.disabled_at is null and p.disabled_at is null and p.email like '%@demo.example' limit 1`);
  return rows.length > 0;
}

/**
 * Fills an empty database with the demo county by calling the real verbs at times up to `now`. Dates are relative to
 * `now`, so the same moment gives the same county.
 */
export async function seed(url: string, options: SeedOptions): Promise<void> {
  process.env.DATABASE_URL = url;
  const { now, cases = 120, stations = 3, onProgress = () => undefined } = options;
  const county = await createCounty(database(), {
    now,
    passwordHash: await hashPassword(process.env.DEMO_PASSWORD ?? demoPassword),
    stationCodes: ["LW", "DG", "WC"].slice(0, stations),
  });
  onProgress("county, people and places");
  await runScenarios(county, { now, cases, onProgress });
  await closeDatabase();
}
