import { closeDatabase, database, takeAllTime } from "@/db/client";
import { hashPassword } from "@/server/access/passwords";
import { createCounty } from "./county";
import { demoBegun, demoWritten } from "./demo-state";
import { demoPassword } from "./password";
import { type PlayOptions, runScenarios } from "./scenarios/run-scenarios";

interface SeedOptions extends Partial<Omit<PlayOptions, "now">>, Pick<PlayOptions, "now"> {
  stations?: number;
}

/**
 * Fills an empty database with the demo county by calling the real verbs at times up to `now`. Dates are relative to
 * `now`, so the same moment gives the same county.
 */
export async function seed(url: string, options: SeedOptions): Promise<void> {
  process.env.DATABASE_URL = url;
  takeAllTime();
  const { now, cases = 120, stations = 3, onProgress = () => undefined } = options;
  await demoBegun();
  const county = await createCounty(database(), {
    now,
    passwordHash: await hashPassword(process.env.DEMO_PASSWORD ?? demoPassword),
    stationCodes: ["LW", "DG", "WC"].slice(0, stations),
  });
  onProgress("county, people and places");
  await runScenarios(county, { now, cases, onProgress });
  await demoWritten();
  await closeDatabase();
}
