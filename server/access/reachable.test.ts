import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { recordRefusal } from "../consents/record-refusal";
import { archiveProceeding } from "../disputes/archive-proceeding";
import { registerDispute } from "../disputes/register-dispute";
import { reopenDispute } from "../disputes/reopen-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { asActor } from "../kernel/transaction";
import { partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, harmless, intake } from "../testing/disputes";
import { reachable } from "./reachable";

let county: TestCounty;
/** Waits for triage; was not accepted; runs; is archived; was archived and runs again. */
let made: Record<"waits" | "refused" | "runs" | "archived" | "again", string>;

async function archived(): Promise<string> {
  const dispute = await acceptedDispute(county);
  const [, second] = await partiesOf(county, dispute);
  const refusal = { disputeId: dispute.disputeId, partyId: second?.id ?? "", reason: "不愿意调解。" };
  await recordRefusal(county.as("mediator"), { ...refusal, routesTold: ["court"] });
  await archiveProceeding(county.as("mediator"), { disputeId: dispute.disputeId, retention: "long" });
  return dispute.disputeId;
}

beforeAll(async () => {
  county = await testCounty();
  const register = async () => (await registerDispute(county.as("mediator"), intake())).disputeId;
  const [waits, refused] = [await register(), await register()];
  await triageDispute(county.as("mediator"), {
    disputeId: refused,
    answers: harmless,
    track: null,
    notAcceptedReason: "partyUnwilling",
    overrideReason: "",
    leadPersonId: null,
    leadUnit: "",
  });
  const again = await archived();
  await reopenDispute(county.as("committee"), { disputeId: again, reason: "又闹起来了" });
  made = { waits, refused, runs: (await acceptedDispute(county)).disputeId, archived: await archived(), again };
});

/** Rights on which registration or openness is not what the rows they follow say. */
const unlike = () =>
  database().execute(sql`
    select a.relation, a.dispute_id from dispute_access a join disputes d on d.county_id = a.county_id and d.id = a.dispute_id
    left join proceedings p on p.county_id = a.county_id and p.id = a.proceeding_id
    where a.registered_at <> d.registered_at
      or a.is_open <> case when a.proceeding_id is null then d.not_accepted_at is null else p.archived_at is null end`);

const namesOf = (rows: readonly { id: string }[]) =>
  rows.map(({ id }) => Object.entries(made).find(([, disputeId]) => disputeId === id)?.[0]);
const read = (who: string, which: (as: ReturnType<TestCounty["actor"]>) => SQL) =>
  asActor(county.as(who), (tx) => tx.execute<{ id: string }>(sql`select w.id from ${which(county.actor(who))} w`));

describe("a right", () => {
  it("carries when its dispute was registered and whether it runs, as a recount says", async () => {
    const rights = await database().execute(sql`select from dispute_access`);
    expect(rights.length).toBeGreaterThan(12);
    expect([...(await unlike())]).toEqual([]);
  });

  it("is corrected when SQL writes something else, and follows rows that SQL changes", async () => {
    await database().execute(sql`update dispute_access set is_open = not is_open, registered_at = '2001-01-01'`);
    expect([...(await unlike())]).toEqual([]);
    const rollback = new Error("rolled back");
    const changed = database().transaction(async (tx) => {
      await tx.execute(sql`update disputes set not_accepted_at = now(), not_accepted_reason = 'partyUnwilling', registered_at = now()
        where id = ${made.waits}::uuid`);
      const rows = await tx.execute<{
        is_open: boolean;
        is_new: boolean;
      }>(sql`select is_open, registered_at = now()::timestamp(3) as is_new
        from dispute_access where dispute_id = ${made.waits}::uuid`);
      expect(rows.map((row) => row.is_open)).toEqual([false, false]);
      throw rollback;
    });
    await expect(changed).rejects.toBe(rollback);
  });
});

describe("what a reader may reach", () => {
  it("comes newest first, each dispute once, all of it, what runs, or what waits for triage", async () => {
    const all = ["archived", "runs", "again", "refused", "waits"];
    expect(namesOf(await read("mediator", (as) => reachable(as)))).toEqual(all);
    expect(namesOf(await read("head", (as) => reachable(as)))).toEqual(all);
    expect(namesOf(await read("mediator", (as) => reachable(as, { isOpen: true })))).toEqual([
      "runs",
      "again",
      "waits",
    ]);
    expect(namesOf(await read("mediator", (as) => reachable(as, { isUntriaged: true })))).toEqual(["waits"]);
    expect(await read("head2", (as) => reachable(as))).toHaveLength(0);
  });

  it("goes on after a row, and ends at the limit", async () => {
    const first = await read("mediator", (as) => reachable(as, { limit: 2 }));
    expect(namesOf(first)).toEqual(["archived", "runs"]);
    const [row] = await database().execute<{ at: string }>(
      sql`select to_json(registered_at) #>> '{}' as at from disputes where id = ${made.runs}::uuid`,
    );
    const after = { registeredAt: row?.at ?? "", id: made.runs };
    expect(namesOf(await read("mediator", (as) => reachable(as, { after, limit: 2 })))).toEqual(["again", "refused"]);
  });

  it("costs the same whatever the reader may see", async () => {
    await database().execute(sql`
      insert into dispute_access (county_id, subject_id, dispute_id, relation, via, proceeding_id, track, registered_at, is_open)
      select ${county.countyId}::uuid, ${county.people.mediator ?? ""}::uuid, gen_random_uuid(), 'lead', gen_random_uuid(),
        gen_random_uuid(), 'peoples', now() - make_interval(hours => n), n % 50 = 0 from generate_series(1, 20000) n`);
    await database().execute(sql`analyze dispute_access`);
    const [row] = await asActor(county.as("mediator"), (tx) =>
      tx.execute<{ "QUERY PLAN": [{ Plan: Record<string, unknown> }] }>(sql`
        explain (analyze, buffers, format json) select * from ${reachable(county.actor("mediator"), { limit: 51 })} w`),
    );
    const plan = row?.["QUERY PLAN"][0].Plan ?? {};
    expect(Number(plan["Shared Hit Blocks"]) + Number(plan["Shared Read Blocks"])).toBeLessThan(200);
    expect(JSON.stringify(plan)).toContain("dispute_access_newest");
    expect(JSON.stringify(plan)).not.toContain('"Seq Scan"');
  });
});
