import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "./client";

/** Rows of the whole installation, few or kept for hours; a distributed database keeps them whole on each server. */
const ofNoCounty: Readonly<Record<string, string>> = {
  character_sounds: "how characters sound, the same for all and written by a migration alone",
  sign_in_tries: "counts tries before anybody is known",
  rate_limits: "counts calls of links and feeds before anybody is known",
};
/**
 * What is looked up before the county is known, by what somebody brings who is not signed in. Unique over all counties of a
 * server: names of accounts because people type them, the others because nobody draws the same random number twice. With
 * counties on several servers each has its own address, so that the server is known before any of these.
 */
const atEntry: readonly string[] = [
  "accounts_username_once",
  "bound_subjects_issuer_subject_pk",
  "feed_tokens_token_once",
  "invitation_links_code_once",
  "invitation_links_token_once",
  "invitation_links_visit_once",
  "registration_slips_code_once",
  "sign_ins_pkey",
  "counties_pkey",
];

// What docs/scale.md builds on: a county can be moved to another server, and a distributed database finds each row's server
// by its county, since it can keep a key only within one server.
it("every primary, unique, foreign and exclusion key carries the county", async () => {
  const keys = await database().execute<{ table: string; key: string }>(sql`
    select t.relname as table, coalesce(c.conname, i.relname) as key from pg_class t
    join lateral (
      select conname, conindid, conkey::smallint[] as columns from pg_constraint
        where conrelid = t.oid and contype in ('p', 'u', 'f', 'x')
      union all
      select null, x.indexrelid, x.indkey::smallint[] from pg_index x where x.indrelid = t.oid and x.indisunique
        and not exists (select from pg_constraint where conindid = x.indexrelid and conrelid = t.oid and contype in ('p', 'u', 'x'))
    ) c on true left join pg_class i on i.oid = c.conindid
    where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and not exists (
      select from pg_attribute a where a.attrelid = t.oid and a.attname = 'county_id' and a.attnum = any(c.columns))`);
  const found = keys.filter(({ table, key }) => !(table in ofNoCounty) && !atEntry.includes(key));
  expect(found.map(({ table, key }) => `${table}: ${key}`).sort()).toEqual([]);
});

it("the county opens every primary key", async () => {
  const late = await database().execute<{ table: string; key: string }>(sql`
    select t.relname as table, x.indexrelid::regclass::text as key from pg_class t join pg_index x on x.indrelid = t.oid and x.indisprimary
    join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
    where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and a.attname <> 'county_id'`);
  const found = late.filter(({ table, key }) => !(table in ofNoCounty) && !atEntry.includes(key));
  expect(found.map(({ table }) => table)).toEqual([]);
});

// Each index is written with every row: one that another begins with serves nothing the other does not.
it("no index is the beginning of another", async () => {
  const doubled = await database().execute<{ name: string; other: string }>(sql`
    with plain as (select x.indexrelid::regclass::text as name, x.indrelid as of, x.indisunique as is_unique,
        string_to_array(x.indkey::text, ' ') as columns from pg_index x join pg_class i on i.oid = x.indexrelid join pg_am m on m.oid = i.relam and m.amname = 'btree'
      where i.relnamespace = 'public'::regnamespace and x.indpred is null and x.indexprs is null)
    select a.name, b.name as other from plain a join plain b on b.of = a.of and b.name <> a.name
    where not a.is_unique and b.columns[1:cardinality(a.columns)] = a.columns`);
  expect(doubled).toEqual([]);
});
