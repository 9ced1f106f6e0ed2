import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/db/client";
import { coveredContent } from "../parts/covered-content";
import { uncoveredContent } from "../parts/uncovered-content";

it("looks at what the database covers: the list is the triggers' own, and names columns that are there", async () => {
  const triggers = await database().execute<{
    table: string;
    version: string;
    key: string;
    columns: string;
    more: string;
  }>(sql`
    select c.relname as table, a.args[1] as version, a.args[2] as key, a.args[3] as columns, a.args[4] as more
    from pg_trigger t join pg_class c on c.oid = t.tgrelid,
      lateral (select string_to_array(encode(t.tgargs, 'escape'), '\\000') as args) a
    where t.tgfoid = 'app.cover_content'::regproc order by 1`);
  const listed = Object.entries(coveredContent).map(([table, { version, key, columns, ofAnyChain }]) => ({
    table,
    version: String(version),
    key,
    columns,
    more: ofAnyChain ? "anyChain" : "",
  }));
  expect([...triggers]).toEqual(listed.sort((a, b) => (a.table < b.table ? -1 : 1)));
  const there = await database().execute<{ name: string }>(sql`
    select attrelid::regclass || '.' || attname as name from pg_attribute where attnum > 0 and not attisdropped`);
  const names = new Set(there.map(({ name }) => name));
  for (const { table, key, columns } of listed)
    for (const column of `${key},${columns}`.split(",")) expect(names).toContain(`${table}.${column}`);
});

it("covers every table whose rows the database calls final, save numbers of papers, which stand in the words of the paper", async () => {
  const final = await database().execute<{ table: string; ofDispute: boolean }>(sql`
    select c.relname as table, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'dispute_id') as "ofDispute" from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgfoid = 'app.refuse_change'::regproc and c.relname <> 'events'`);
  expect(final.length).toBeGreaterThan(10);
  const uncovered = final.filter(({ table }) => !coveredContent[table]?.isFinal);
  expect(uncovered.filter(({ ofDispute }) => ofDispute)).toEqual([]);
  expect(uncovered.map(({ table }) => table)).toEqual(["paper_numbers"]);
});

it("has decided about every table of a dispute: covered, or not and why", async () => {
  const tables = await database().execute<{ name: string }>(sql`
    select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'content_digests'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('dispute_id', 'session_id', 'proceeding_id') and not a.attisdropped)`);
  const ofDisputes = tables.map(({ name }) => name).filter((name) => !coveredContent[name]);
  expect(ofDisputes.sort()).toEqual(Object.keys(uncoveredContent).sort());
});
