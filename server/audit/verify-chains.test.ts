import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { verifyChains } from "./verify-chains";

let county: TestCounty;
let sql: Sql;
let disputeId: string;

beforeAll(async () => {
  county = await testCounty();
  sql = postgres(process.env.DATABASE_URL ?? "", { max: 2, onnotice: () => undefined });
});
afterAll(() => sql.end());
beforeEach(async () => {
  disputeId = (await acceptedDispute(county)).disputeId;
});

/** Alters the database as anybody with its password could, looks at the result and undoes everything. */
async function afterTampering(tamper: (tx: Sql) => Promise<unknown>): Promise<string[]> {
  let found: string[] = [];
  await sql
    .begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tamper(tx as unknown as Sql);
      found = (await verifyChains(tx as unknown as Sql)).faults.map((fault) => fault.fault);
      throw new Error("put back");
    })
    .catch((error: Error) => {
      if (error.message !== "put back") throw error;
    });
  return found;
}

describe("verify", () => {
  it("finds nothing in an untouched database", async () => {
    const report = await verifyChains(sql);
    expect(report.faults).toEqual([]);
    expect(report.events).toBeGreaterThan(1);
  });

  const forms: Record<string, (tx: Sql) => Promise<unknown>> = {
    "a changed payload": (tx) =>
      tx`update events set payload = '{"track":"transfer"}' where chain = ${disputeId} and seq = 2`,
    "a changed time": (tx) => tx`update events set at_us = at_us + 1 where chain = ${disputeId} and seq = 1`,
    "another actor": (tx) =>
      tx`update events set actor_id = ${county.people.head ?? ""} where chain = ${disputeId} and seq = 1`,
    "another action": (tx) => tx`update events set action = 'proceeding.end' where chain = ${disputeId} and seq = 2`,
    "a deleted first event": (tx) => tx`delete from events where chain = ${disputeId} and seq = 1`,
    "a cut tail": (tx) => tx`delete from events where chain = ${disputeId} and seq = 2`,
    "a dropped chain": (tx) => tx`delete from events where chain = ${disputeId}`,
    "a dropped head": (tx) => tx`delete from event_heads where chain = ${disputeId}`,
    "a moved head": (tx) => tx`update event_heads set seq = 7 where chain = ${disputeId}`,
    "a chain dropped with its head": async (tx) => {
      await tx`delete from events where chain = ${disputeId}`;
      await tx`delete from event_heads where chain = ${disputeId}`;
    },
    "two swapped events": (tx) =>
      tx`update events e set payload = o.payload, action = o.action from events o where e.chain = ${disputeId} and o.chain = e.chain and o.seq <> e.seq`,
    "an inserted event": (tx) =>
      tx`insert into events select county_id, chain, 3, dispute_id, proceeding_id, actor_id, actor_kind, 'note.write', at_us, payload, hash, hash
         from events where chain = ${disputeId} and seq = 2`,
  };
  for (const [form, tamper] of Object.entries(forms)) {
    it(`finds ${form}`, async () => {
      expect(await afterTampering(tamper)).not.toEqual([]);
    });
  }

  it("cannot be altered through the application's role", async () => {
    const change = sql.begin(async (tx) => {
      await tx`select set_config('role', 'zhongtiao_app', true), set_config('app.county', ${county.countyId}, true), set_config('app.system', 'on', true)`;
      await tx`update events set payload = '{}' where chain = ${disputeId}`;
    });
    await expect(change).rejects.toMatchObject({ code: "42501" });
  });
});
