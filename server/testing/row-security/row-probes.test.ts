import { type SQL, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/db/client";
import { asActor } from "../../kernel/transaction";
import { testCounty } from "../county";
import { acceptedDispute } from "../disputes";

interface PlanNode {
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Loops"?: number;
  "Actual Rows"?: number;
  "Subplan Name"?: string;
}
/** The most of one table; those furthest from a dispute's own rights ask three tables on the way to them. */
const subplansMost = 35;
/** Every node of a plan, at any depth. */
function nodesOf(plan: unknown): PlanNode[] {
  if (Array.isArray(plan)) return plan.flatMap(nodesOf);
  if (!plan || typeof plan !== "object") return [];
  return [plan as PlanNode, ...Object.values(plan).flatMap(nodesOf)];
}

it("probes the index of dispute_access once a row, and nothing that grows with what somebody may see", async () => {
  const county = await testCounty(["LW"]);
  const { disputeId, proceedingId } = await acceptedDispute(county);
  // As many rights as a busy station has in years.
  await database().execute(sql`
    insert into dispute_access (county_id, subject_id, dispute_id, relation, via, proceeding_id, track, registered_at, is_open)
    select ${county.countyId}::uuid, ${county.people.mediator ?? ""}::uuid, gen_random_uuid(), 'lead', gen_random_uuid(),
      gen_random_uuid(), 'peoples', now() - make_interval(hours => n), n % 50 = 0 from generate_series(1, 20000) n`);
  await database().execute(sql`analyze dispute_access`);
  const planOf = async (query: SQL) => {
    const [row] = await asActor(county.as("mediator"), (tx) =>
      tx.execute<{ "QUERY PLAN": unknown }>(sql`explain (analyze, buffers, format json) ${query}`),
    );
    return nodesOf(row?.["QUERY PLAN"]);
  };
  const dispute = sql`county_id = ${county.countyId}::uuid and dispute_id = ${disputeId}::uuid`;
  for (const [table, where] of [
    ["proceedings", sql`id = ${proceedingId}::uuid and ${dispute}`],
    ["parties", dispute],
    ["triages", dispute],
    ["events", dispute],
  ] as const) {
    const probes = (await planOf(sql`select * from ${sql.identifier(table)} where ${where}`)).filter(
      (node) => node["Relation Name"] === "dispute_access",
    );
    expect(probes.length, table).toBeGreaterThan(0);
    const used = probes.filter((node) => (node["Actual Loops"] ?? 0) > 0);
    expect(
      used.map((node) => node["Index Name"]),
      table,
    ).toEqual(used.map(() => expect.stringContaining("dispute_access_")));
    for (const node of used) expect(node["Actual Rows"], table).toBeLessThan(10);
  }
});

it("carries few subplans of a table's policies into a statement, because all of them are started, also what never runs", async () => {
  const county = await testCounty(["LW"]);
  const tables = await database().execute<{ name: string }>(sql`
    select c.relname::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and has_table_privilege('zhongtiao_app', c.oid, 'select') order by 1`);
  expect(tables.length).toBeGreaterThan(50);
  const carried: Record<string, number> = {};
  await asActor(county.as("mediator"), async (tx) => {
    for (const { name } of tables) {
      const [row] = await tx.execute<{ "QUERY PLAN": unknown }>(
        sql`explain (format json) select from ${sql.identifier(name)}`,
      );
      carried[name] = nodesOf(row?.["QUERY PLAN"]).filter((node) => node["Subplan Name"]).length;
    }
  });
  expect(Object.entries(carried).filter(([, count]) => count > subplansMost)).toEqual([]);
  expect(carried.proceedings).toBeLessThan(10);
});

it("has no index whose order a list cannot use: desc in a statement puts nulls first, desc() of the schema puts them last", async () => {
  // The audit's statement asks for nulls last.
  const found = await database().execute<{ name: string }>(sql`
    select distinct i.indexrelid::regclass::text as name from pg_index i, unnest(i.indoption) o
    where i.indrelid::regclass::text in (select tablename from pg_tables where schemaname = 'public') and o & 3 = 1`);
  expect(found.map(({ name }) => name)).toEqual(["events_audited"]);
});
