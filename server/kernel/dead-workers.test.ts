import { EventEmitter } from "node:events";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/db/client";
import { watchForDead } from "./dead-workers";

it("unlocks the jobs of a killed worker, and never those of a running one", async () => {
  const db = database();
  const url = process.env.DATABASE_QUEUE_URL ?? "";
  const [living, other] = [new EventEmitter(), new EventEmitter()];
  const [first, second] = [watchForDead(url, living), watchForDead(url, other)];
  for (const pool of ["pool-living", "pool-dead"]) {
    await db.execute(sql`select app.add_job('prune', '{}'::json, ${pool}, null)`);
    await db.execute(
      sql`update graphile_worker._private_jobs set locked_by = ${pool}, locked_at = now() where key = ${pool}`,
    );
  }
  const locked = async () => {
    const rows = await db.execute<{ name: string }>(
      sql`select locked_by as name from graphile_worker.jobs where locked_by is not null order by 1`,
    );
    return rows.map((row) => row.name);
  };
  living.emit("pool:create", { workerPool: { id: "pool-living" } });
  // It looks for dead workers after taking its own lock, on the same connection.
  expect(await first.free()).toBe(1);
  expect(await locked()).toEqual(["pool-living"]);
  expect(await second.free()).toBe(0);
  expect(await locked()).toEqual(["pool-living"]);
  await first.close();
  await expect.poll(() => second.free().then(locked)).toEqual([]);
  await second.close();
});
