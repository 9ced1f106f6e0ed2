import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { assessRisk } from "../disputes/assess-risk";
import { disputeById } from "../disputes/reads/dispute";
import { callAt } from "../testing/calls";
import { consented, invited } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { merged, registeredTwice, rowOf } from "../testing/merges";
import { refusedWith } from "../testing/refused";
import { relatedOf } from "./reads/related";
import { withdrawMerge } from "./withdraw-merge";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const me = (who = "mediator") => county.as(who);
const page = (disputeId: string, who = "mediator") => disputeById(me(who), { disputeId });

const twice = (over: Parameters<typeof registeredTwice>[1] = {}) => registeredTwice(county, over);
const merge = (pair: { kept: string; absorbed: string }, who?: string, over?: object) =>
  merged(county, pair, who, over);
/** What a dispute and its parties, proceedings, clocks, calls and invitations look like; without what counts changes. */
const everything = async (disputeId: string) => {
  const tables = ["parties", "proceedings", "clocks", "police_calls", "repeat_groups", "clues", "invitations"];
  const rows = await Promise.all(
    tables.map(async (table) => [
      table,
      (
        await database().execute<{ row: Record<string, unknown> }>(
          sql`select to_jsonb(t) - 'version' as row from ${sql.identifier(table)} t where dispute_id = ${disputeId}::uuid order by id`,
        )
      ).map(({ row }) => row),
    ]),
  );
  const { version: _, ...dispute } = (await rowOf("disputes", disputeId)) ?? {};
  return { dispute, rights: await rightsOf(disputeId), ...Object.fromEntries(rows) };
};
const rightsOf = async (disputeId: string) => [
  ...(await database().execute<Record<string, unknown>>(sql`
    select subject_id, relation, proceeding_id, is_current, until, is_hidden, is_open, is_merged from dispute_access where dispute_id = ${disputeId}::uuid
    order by subject_id, relation, proceeding_id`)),
];
const faults = () => database().execute(sql`select * from app.figure_faults(${county.countyId}::uuid)`);
describe("a merge that was wrong", () => {
  it("is undone: both registrations are as they were", async () => {
    const place = "撤并路7号2单元301";
    const call = await callAt(county, "2026-11-20T20:00:00+08:00", { place });
    const pair = await twice({ callIds: [call.callId] });
    await consented(county, { disputeId: pair.absorbed });
    await invited(county, { disputeId: pair.absorbed }, "judge");
    await assessRisk(me(), { disputeId: pair.absorbed, riskSeen: "green", risk: "amber", reason: "吵得厉害" });
    const before = [await everything(pair.kept), await everything(pair.absorbed)];
    const { mergeId } = await merge(pair);
    await withdrawMerge(me(), { disputeId: pair.absorbed, mergeId, reason: "其实是两堵墙" });
    const [kept, absorbed] = [await everything(pair.kept), await everything(pair.absorbed)];
    expect(absorbed).toEqual(before[1]);
    // Whoever had come by the merge alone is a party no more; their row says so.
    const here = (rows: Record<string, unknown>[]) => rows.filter((row) => row.departed_at === null);
    expect({ ...kept, parties: here(kept.parties) }).toEqual(before[0]);
    expect(await faults()).toEqual([]);
    expect((await relatedOf(me(), { disputeId: pair.kept })).merges).toMatchObject([
      { otherId: pair.absorbed, undoneReason: "其实是两堵墙", canUndo: false },
    ]);
    expect(await refusedWith(withdrawMerge(me(), { disputeId: pair.kept, mergeId, reason: "再撤一次看看" }))).toBe(
      "mergeUndone",
    );
    // They can be one after all.
    await merge(pair);
  });

  it("stays once something that binds was done since", async () => {
    const pair = await twice();
    const { mergeId } = await merge(pair);
    const { proceeding } = await page(pair.kept);
    await database().execute(sql`select app.append_event(${county.countyId}::uuid, ${pair.kept}::uuid, ${pair.kept}::uuid, ${proceeding?.id}::uuid,
      null, 'system', 'agreement.takeEffect', ${(Date.now() + 5) * 1000}::bigint, '{}')`);
    expect((await relatedOf(me(), { disputeId: pair.kept })).merges[0]?.canUndo).toBe(false);
    const act = withdrawMerge(me(), { disputeId: pair.kept, mergeId, reason: "其实是两堵墙" });
    expect(await refusedWith(act)).toBe("mergeBinds");
  });
});
