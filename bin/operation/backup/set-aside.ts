import type postgres from "postgres";
import { Fault } from "../console/fault.mjs";
import { quoted } from "./copy-rows";
import { filledSchemas } from "./describe-database";

// What a database held before a restore waits here until the restore is complete, and otherwise comes back.
const aside = "before_restore";

/** Tables with more than no rows, for whoever is asked whether these may be lost. */
export async function rowsThere(sql: postgres.ISql): Promise<{ table: string; rows: number }[]> {
  const tables = await sql<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c where c.relnamespace = to_regnamespace('public') and c.relkind = 'r' order by 1`;
  if (tables.length === 0) return [];
  const counts = tables.map(
    ({ name }) => `select '${name.replaceAll("'", "''")}' as table, count(*)::int as rows from ${name}`,
  );
  const found = await sql.unsafe<{ table: string; rows: number }[]>(counts.join(" union all "));
  return found.filter(({ rows }) => rows > 0).map(({ table, rows }) => ({ table, rows }));
}

/** A running system would go on writing into what is taken away. */
export async function demandAlone(sql: postgres.ISql): Promise<void> {
  const [others] = await sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
  if (others?.count)
    throw new Fault(
      `${others.count} other connections use this database. Stop Zhongtiao first, and then start this again.`,
    );
}

/** Moves everything out of the way in one transaction; extensions stay where they are. */
export async function setAside(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx.unsafe(`create schema ${aside}`);
    // Migrating takes the rights on the schema back and gives those of its own version.
    await copyRights(tx, "public", aside);
    await move(tx, "public", aside);
    for (const schema of await present(tx, filledSchemas))
      await tx.unsafe(`alter schema ${quoted(schema)} rename to ${quoted(`${aside}_${schema}`)}`);
  });
}

/** Takes away what a failed restore made and puts back what was there; does nothing where nothing was set aside. */
export async function putBack(sql: postgres.Sql): Promise<boolean> {
  const [waiting] = await sql<{ is: boolean }[]>`select to_regnamespace(${aside}) is not null as is`;
  if (!waiting?.is) return false;
  await sql.begin(async (tx) => {
    for (const schema of await present(tx, filledSchemas)) await tx.unsafe(`drop schema ${quoted(schema)} cascade`);
    await clear(tx, "public");
    await move(tx, aside, "public");
    await copyRights(tx, aside, "public");
    await tx.unsafe(`drop schema ${aside}`);
    for (const schema of await present(
      tx,
      filledSchemas.map((each) => `${aside}_${each}`),
    ))
      await tx.unsafe(`alter schema ${quoted(schema)} rename to ${quoted(schema.slice(aside.length + 1))}`);
  });
  return true;
}

/** The restore is complete: what was there before is deleted. */
export async function forgetAside(sql: postgres.Sql): Promise<void> {
  const names = [aside, ...filledSchemas.map((each) => `${aside}_${each}`)];
  await sql.begin(async (tx) => {
    // Policies and columns of the set-aside tables need its functions and types: one statement takes all of them.
    const there = await present(tx, names);
    await tx.unsafe(`drop schema ${there.map(quoted).join(", ")} cascade`);
  });
}

async function present(tx: postgres.ISql, names: readonly string[]): Promise<string[]> {
  const found = await tx<
    { name: string }[]
  >`select nspname as name from pg_namespace where nspname = any (${[...names]})`;
  return names.filter((name) => found.some((each) => each.name === name));
}

/** What of ours is in a schema: tables, views and free sequences, types and functions. */
const objectsIn = (schema: string) => `
  select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end as kind, c.oid::regclass::text as name
    from pg_class c where c.relnamespace = '${schema}'::regnamespace and (c.relkind in ('r', 'p', 'v', 'm')
      or c.relkind = 'S' and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')))
      and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
  union all
  select 'type', t.oid::regtype::text from pg_type t where t.typnamespace = '${schema}'::regnamespace and t.typtype in ('e', 'd')
    and not exists (select from pg_depend d where d.objid = t.oid and d.classid = 'pg_type'::regclass and d.deptype = 'e')
  union all
  select 'routine', p.oid::regprocedure::text from pg_proc p where p.pronamespace = '${schema}'::regnamespace and p.prokind in ('f', 'p')
    and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')`;

async function objects(tx: postgres.ISql, schema: string): Promise<{ kind: string; name: string }[]> {
  // So that every name is written with its schema.
  await tx.unsafe("set local search_path = pg_catalog");
  return tx.unsafe<{ kind: string; name: string }[]>(objectsIn(schema));
}

/** Gives everybody on one schema what they may do on another. */
async function copyRights(tx: postgres.ISql, from: string, to: string): Promise<void> {
  const rights = await tx<{ what: string; whom: string | null }[]>`
    select a.privilege_type as what, nullif(a.grantee, 0)::regrole::text as whom from pg_namespace n, aclexplode(n.nspacl) a
    where n.nspname = ${from} and a.grantee <> n.nspowner`;
  for (const { what, whom } of rights) await tx.unsafe(`grant ${what} on schema ${quoted(to)} to ${whom ?? "public"}`);
}

async function move(tx: postgres.ISql, from: string, to: string): Promise<void> {
  for (const { kind, name } of await objects(tx, from)) await tx.unsafe(`alter ${kind} ${name} set schema ${to}`);
}

async function clear(tx: postgres.ISql, schema: string): Promise<void> {
  for (const { kind, name } of await objects(tx, schema)) await tx.unsafe(`drop ${kind} if exists ${name} cascade`);
}
