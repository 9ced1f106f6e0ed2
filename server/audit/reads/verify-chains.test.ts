import { sql as drizzle } from "drizzle-orm";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Lane, lanes } from "@/db/vocabulary";
import { asActor } from "../../kernel/transaction";
import { writeNoteInput } from "../../notes/inputs";
import { writeNote } from "../../notes/write-note";
import { type TestCounty, testCounty } from "../../testing/county";
import { acceptedDispute } from "../../testing/disputes";
import { verifyChains } from "./verify-chains";

// Verify runs as the owner, whom row-level security binds: a superuser would find here what the owner does not see.
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

/** Writes a note into the lane, in the dispute of this test; gives its event's place in the chain. */
async function noteIn(lane: Lane): Promise<number> {
  const note = writeNoteInput.parse({ disputeId, lane, side: lane === "side" ? 1 : null, text: "说过的话" });
  await writeNote(county.as("mediator"), note);
  const [head] = await sql<{ seq: number }[]>`select seq::int from event_heads where chain = ${disputeId}`;
  return head?.seq ?? 0;
}

/** Does what a person with the database password could do, looks, and puts everything back. */
async function afterTampering(tamper: (tx: Sql) => Promise<unknown>): Promise<string[]> {
  let found: string[] = [];
  await sql
    .begin(async (tx) => {
      await tx`alter table events disable trigger user`;
      await tx`alter table event_heads disable trigger user`;
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

  it("reads as an owner whom row-level security binds", async () => {
    const [who] = await sql`select rolsuper, rolbypassrls, pg_has_role('zhongtiao_app', 'usage') as "isOfProduct",
      exists (select from pg_class where oid = 'events'::regclass and relowner = r.oid and relforcerowsecurity) as "isBound"
      from pg_roles r where rolname = current_user`;
    expect(who).toEqual({ rolsuper: false, rolbypassrls: false, isOfProduct: false, isBound: true });
  });

  it.each(lanes)(
    "sees the event of a note in the lane %s: misses none that is there, finds one removed",
    async (lane) => {
      const seq = await noteIn(lane);
      await noteIn("open");
      expect((await verifyChains(sql)).faults).toEqual([]);
      const removed = (tx: Sql) => tx`delete from events where chain = ${disputeId} and seq = ${seq}`;
      expect(await afterTampering(removed)).toEqual(["gap", "link"]);
      const changed = (tx: Sql) => tx`update events set at_us = at_us + 1 where chain = ${disputeId} and seq = ${seq}`;
      expect(await afterTampering(changed)).toEqual(["hash"]);
    },
  );

  it("cannot be altered through the product's logins", async () => {
    for (const who of [county.as("mediator"), county.system()]) {
      const change = asActor(who, (tx) =>
        tx.execute(drizzle`update events set payload = '{}' where chain = ${disputeId}`),
      );
      await expect(change).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  });
});
