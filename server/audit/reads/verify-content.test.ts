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

it("covers what is added to each of them: with the row, or with all rows of the statement, and by the same list", async () => {
  const rows = await database().execute<{ table: string; added: number; changed: number; lists: number }>(sql`
    select c.relname as table, count(distinct t.tgargs)::int as lists,
      (count(*) filter (where (t.tgtype & 4) > 0))::int as added, (count(*) filter (where (t.tgtype & 24) = 24))::int as changed
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgfoid in ('app.cover_content'::regproc, 'app.cover_added'::regproc) and t.tgenabled = 'O' group by 1 order by 1`);
  expect([...rows]).toEqual(
    Object.keys(coveredContent)
      .sort()
      .map((table) => ({ table, lists: 1, added: 1, changed: 1 })),
  );
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

it("has decided about every column of a covered table: what it leaves out stands here", async () => {
  const there = await database().execute<{ table: string; name: string }>(sql`
    select attrelid::regclass::text as table, attname::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped order by 1, 2`);
  const left = Object.entries(coveredContent).map(([table, { key, columns }]) => {
    const covered = `county_id,${key},${columns}`.split(",");
    const names = there.filter((one) => one.table === table && !covered.includes(one.name)).map(({ name }) => name);
    return names.length > 0 ? [`${table}: ${names.join(" ")}`] : [];
  });
  expect(left.flat().sort()).toMatchInlineSnapshot(`
    [
      "agreements: unfinished version",
      "dispute_facts: version",
      "disputes: counted_point_id counted_station_id merged_at merged_into point_id relapse_of triage_due_at version",
      "files: proceeding_id",
      "interpreter_askings: seen_at",
      "interpreters: phone phone_end_hash phone_hash phone_line_hash proceeding_id",
      "interpreting_needs: proceeding_id",
      "notes: proceeding_id",
      "obligations: version",
      "papers: lacks pages pdf_sha256 problem progress settled_at state word_sha256",
      "parties: address departed_at employer id_number id_number_end_hash id_number_hash phone phone_end_hash phone_hash phone_line_hash position version",
      "party_links: note phone phone_end_hash phone_hash phone_line_hash",
      "police_calls: phone phone_end_hash phone_hash phone_line_hash place_key",
      "proceedings: assistant_id committee_id next_due_at next_owner_id next_step station_id version waiting_due_at waiting_step",
      "reading_windows: committee_id lapses_at station_id",
      "session_people: attendance spoken_by_link_id",
      "sessions: agenda at_risk_since booked_by cancel_reason check_in_hash held_until mode room_id started_at version",
    ]
  `);
});
