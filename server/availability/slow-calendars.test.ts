import { sql } from "drizzle-orm";
import { run } from "graphile-worker";
import { expect, it } from "vitest";
import { database } from "@/db/client";
import { systemActor } from "../kernel/actor";
import { newId } from "../kernel/ids";
import { enqueue } from "../kernel/jobs";
import { asActor } from "../kernel/transaction";
import { testCounty } from "../testing/county";
import { readingOf } from "./parts/reading";

/** How many connections of the queue's login this database has. */
const connections = async () => {
  const login = new URL(process.env.DATABASE_QUEUE_URL ?? "").username;
  const [row] = await database().execute<{ n: number }>(
    sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and usename = ${login}`,
  );
  return row?.n;
};

it("however many calendars are slow to be read, the worker has hands for everything else", async () => {
  const { countyId } = await testCounty();
  const now = new Date();
  const hold = newId(now);
  await asActor({ actor: systemActor(countyId, "orderReadings"), now }, async (tx) => {
    await enqueue(
      tx,
      Array.from({ length: 12 }, () => readingOf(countyId, newId(now))),
    );
    await enqueue(tx, [{ task: "expireHold", payload: { countyId, sessionId: hold }, jobKey: `hold:${hold}` }]);
  });
  let [reading, most, read] = [0, 0, 0];
  let release: () => void = () => undefined;
  const others = new Promise<void>((done) => {
    release = done;
  });
  const runner = await run({
    connectionString: process.env.DATABASE_QUEUE_URL ?? "",
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 20,
    taskList: {
      readCalendar: async () => {
        reading += 1;
        most = Math.max(most, reading);
        // A stranger's server that answers only after everything else is done.
        await others;
        reading -= 1;
        read += 1;
      },
      expireHold: async () => release(),
    },
  });
  try {
    await others;
    await expect.poll(() => read, { timeout: 20_000, interval: 20 }).toBe(12);
    expect(most).toBeLessThanOrEqual(2);
  } finally {
    await runner.stop();
    // Its connections are closed in their own time, and the database of this file must not be dropped under them.
    await expect.poll(connections, { timeout: 20_000, interval: 20 }).toBe(0);
  }
}, 40_000);
