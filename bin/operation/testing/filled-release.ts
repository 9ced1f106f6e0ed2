import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import postgres from "postgres";
import { inject } from "vitest";
import { ownedDatabase } from "@/bin/operation/testing/owned-database";
import { migrate } from "@/db/migrate";
import { namedLogins } from "@/db/migrating/roles";

export const open = (url: string) => postgres(url, { max: 1, onnotice: () => undefined });

/**
 * A county in use as a release left it (db/upgrade), upgraded by this version: loaded, migrated and verified as the owner that
 * `npm start` makes, who is no superuser. `look` sees it before it is migrated, as a superuser from whom no policy of the release
 * hides a row.
 */
export async function upgradedRelease(release: "first" | "last", look: (admin: postgres.Sql) => Promise<void>) {
  const fixture = path.resolve(import.meta.dirname, `../../../db/upgrade/${release}-release.sql.br`);
  const owned = await ownedDatabase();
  const loading = open(owned.url);
  await loading.unsafe(brotliDecompressSync(readFileSync(fixture)).toString("utf8"));
  await loading.end();
  const admin = open(Object.assign(new URL(inject("adminUrl")), { pathname: new URL(owned.url).pathname }).href);
  await look(admin);
  await admin.end();
  await migrate(owned.url, undefined, namedLogins());
  const client = open(owned.url);
  return {
    url: owned.url,
    client,
    async remove() {
      await client.end();
      await owned.remove();
    },
  };
}

/** The rows of a table, without the event of the upgrade itself. */
const rowsOf = (table: string) =>
  table === "events" ? "(select * from events where action <> 'content.cover') events" : table;

/** Rows of every table of ours and of the queue. */
export async function countRows(client: postgres.Sql): Promise<Record<string, number>> {
  const tables = await client<{ name: string }[]>`
    select oid::regclass::text as name from pg_class
    where relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace) and relkind in ('r', 'p') order by 1`;
  const parts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as rows from ${rowsOf(name)}`);
  const counts = await client.unsafe<{ name: string; rows: number }[]>(parts.join(" union all "));
  return Object.fromEntries(counts.map(({ name, rows }) => [name, rows]));
}

/** What each column of ours holds, as one hash of its values in their order: "table.column" → hash. */
export async function valuesIn(client: postgres.Sql): Promise<Record<string, string>> {
  const tables = await client<{ name: string; hashes: string }[]>`
    select c.relname as name, string_agg(format('%L, md5(string_agg(%I::text, '','' order by %I::text))', c.relname || '.' || a.attname,
      a.attname, a.attname), ', ') as hashes
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by 1 order by 1`;
  const parts = tables.map(({ name, hashes }) => `select jsonb_build_object(${hashes}) as held from ${rowsOf(name)}`);
  const rows = await client.unsafe<{ held: Record<string, string> }[]>(parts.join(" union all "));
  return Object.assign({}, ...rows.map(({ held }) => held));
}
