import net from "node:net";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "@/bin/operation/processes/free-port.mjs";
import { roundTrips } from "@/bin/operation/testing/round-trips";
import { closeDatabase } from "@/db/client";
import { appRouter } from "../api/root";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { callerFactory } from "../trpc/init";
import { systemActor } from "./actor";
import { letReplicaBeAsked } from "./replica";
import { readsOfRequest } from "./shared-reads";
import { asActor, postgresError } from "./transaction";

// The same server answers as its own replica, through a proxy that counts: what is sent there and what is not. A real one
// that lags and dies is in `npm run scale:try`.
let county: TestCounty;
let replica: Awaited<ReturnType<typeof roundTrips>>;
beforeAll(async () => {
  county = await testCounty();
  await acceptedDispute(county);
});
beforeEach(async () => {
  letReplicaBeAsked();
  replica = await roundTrips(process.env.DATABASE_URL ?? "");
  process.env.DATABASE_REPLICA_URL = replica.url;
});
afterEach(async () => {
  delete process.env.DATABASE_REPLICA_URL;
  await closeDatabase();
  await replica.close();
});

const as = (username: string) =>
  callerFactory(appRouter)({
    signedIn: { actor: county.actor(username), mustChangePassword: false } as never,
    now: new Date(),
    requestId: "TEST",
    reads: readsOfRequest(),
  });
/** How often the replica was asked by this. */
async function asked(work: () => Promise<unknown>): Promise<number> {
  const before = replica.trips();
  await work();
  return replica.trips() - before;
}

describe("with a replica", () => {
  it("figures and searches are read there, everything else and all acts are not", async () => {
    // First, because the transaction of a read ends after its answer.
    expect(await asked(() => as("mediator").disputes.list({}))).toBe(0);
    expect(await asked(() => as("mediator").notifications.unread({}))).toBe(0);
    expect(await asked(() => acceptedDispute(county))).toBe(0);
    expect(await asked(() => as("head").overview.overview({}))).toBeGreaterThan(0);
    expect(await asked(() => as("county").overview.county({}))).toBeGreaterThan(0);
    expect(await asked(() => as("mediator").disputes.list({ q: "楼上" }))).toBeGreaterThan(0);
  });

  it("row security holds there: nothing is shown to who proves nothing, and nothing can be written", async () => {
    const ctx = { actor: county.actor("head"), now: new Date() };
    const reads = readsOfRequest()(ctx, "costly", "test", true);
    const seen = (text: ReturnType<typeof sql>) => asActor({ ...ctx, reads }, (tx) => tx.execute<{ n: number }>(text));
    const count = sql`select count(*)::int as n from disputes`;
    expect((await seen(count))[0]?.n).toBeGreaterThan(0);
    const unproven = sql`select set_config('app.person', ${county.people.mediator ?? ""}, true)`;
    const asSomebodyElse = await asActor({ ...ctx, reads }, async (tx) => {
      await tx.execute(unproven);
      return tx.execute<{ n: number }>(count);
    });
    expect(asSomebodyElse[0]?.n).toBe(0);
    const write = asActor(
      { actor: systemActor(county.countyId, "test"), now: new Date() },
      (tx) => tx.execute(sql`update counties set name = name`),
      { mode: "read only", mayUseReplica: true },
    );
    await expect(write.catch((error) => postgresError(error)?.code)).resolves.toBe("25006");
  });

  it("the primary answers where it is lost on the way", async () => {
    const ctx = { actor: county.actor("head"), now: new Date() };
    const reads = readsOfRequest()(ctx, "costly", "test", true);
    const read = asActor({ ...ctx, reads }, async (tx) => {
      const [row] = await tx.execute<{ n: number }>(sql`select 1 as n`);
      await replica.close();
      await tx.execute(sql`select 2`);
      return row?.n;
    });
    await expect(read).resolves.toBe(1);
  });

  // A port where nobody listens, and a proxy without a server, which closes what it took.
  it.each(["refuses", "closes"])("the primary answers where it is away: %s", async (how) => {
    const proxy = net.createServer((socket) => socket.destroy());
    const port = await freePort();
    if (how === "closes") await new Promise<void>((listening) => proxy.listen(port, "127.0.0.1", listening));
    process.env.DATABASE_REPLICA_URL = `postgres://127.0.0.1:${port}/nowhere`;
    letReplicaBeAsked();
    await expect(as("head").overview.overview({})).resolves.toBeDefined();
    proxy.close();
  });
});
