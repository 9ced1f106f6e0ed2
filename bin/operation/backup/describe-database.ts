import type postgres from "postgres";
import { Fault } from "../console/fault.mjs";
import { tableName } from "./copy-rows";
import type { SequenceState, TableHead } from "./records.mjs";

/** Ours, and what the queue keeps: its tables begin with `_private_`, the others are its own versions. */
const kept = `(c.relnamespace = to_regnamespace('public')
  or c.relnamespace = to_regnamespace('graphile_worker') and c.relname like '\\_private\\_%')`;
const notOfExtension = `not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

/** Every table whose rows belong into a backup, with its columns in their order. */
export async function tablesOf(tx: postgres.ISql): Promise<TableHead[]> {
  const strange = await tx.unsafe<{ name: string }[]>(`
    select c.oid::regclass::text as name from pg_class c
    where ${kept} and ${notOfExtension} and c.relkind in ('p', 'f', 'm')`);
  if (strange.length > 0)
    throw new Fault(`A backup does not know how to keep ${strange.map(({ name }) => name).join(", ")}.`);
  return tx.unsafe<(TableHead & postgres.Row)[]>(`
    select n.nspname as schema, c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(format(case when t.typcollation <> 0 then 't.%I collate "C"' else 't.%I' end, a.attname) order by k.nth)
        from pg_index i, unnest(i.indkey::int2[]) with ordinality k(attnum, nth), pg_attribute a, pg_type t
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum and t.oid = a.atttypid), '{}') as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${kept} and ${notOfExtension} and c.relkind = 'r' order by n.nspname collate "C" desc, c.relname collate "C"`);
}

/** Where each sequence stands. */
export async function sequencesOf(tx: postgres.ISql): Promise<SequenceState[]> {
  const named = await tx.unsafe<{ schema: string; name: string }[]>(`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'graphile_worker') and c.relkind = 'S' order by 1, 2`);
  const states: SequenceState[] = [];
  for (const each of named) {
    const [state] = await tx.unsafe<{ last: string; isCalled: boolean }[]>(
      `select last_value::text as last, is_called as "isCalled" from ${tableName(each)}`,
    );
    if (state) states.push({ schema: each.schema, name: each.name, ...state });
  }
  return states;
}

/**
 * Fails when a row could be hidden from this connection: a backup that lacks rows looks like any other. Where row
 * security binds the owner, one policy has to show everything and none may take something away.
 */
export async function demandWholeSight(tx: postgres.ISql, tables: readonly TableHead[]): Promise<void> {
  const names = tables.map(tableName);
  const hidden = await tx<{ name: string }[]>`
    select c.oid::regclass::text as name from unnest(${names}::text[]) wanted join pg_class c on c.oid = wanted::regclass
    where not has_table_privilege(c.oid, 'select') or row_security_active(c.oid) and (
      not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('*', 'r')
        and pg_get_expr(p.polqual, p.polrelid) = 'true' and exists (select from unnest(p.polroles) r where r = 0 or pg_has_role(r, 'usage')))
      or exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive and p.polcmd in ('*', 'r')
        and exists (select from unnest(p.polroles) r where r = 0 or pg_has_role(r, 'usage'))))
    order by 1`;
  if (hidden.length > 0)
    throw new Fault(
      `This login may not see every row of ${hidden.map(({ name }) => name).join(", ")}: the backup would lack some. ` +
        "Use the login that owns the database.",
    );
  const [bound] = await tx<{ bound: boolean }[]>`
    select coalesce(bool_or(row_security_active(wanted::regclass)), false) as bound from unnest(${names}::text[]) wanted`;
  // From here on PostgreSQL itself refuses to leave a row out.
  if (!bound?.bound) await tx.unsafe("set local row_security = off");
}

/** The version of the tables: migrations by the time they were made, and the newest one of the queue. */
export async function versionOf(tx: postgres.ISql): Promise<{ migrations: number[]; queue: number }> {
  const [there] = await tx<{ ours: boolean; queue: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as ours, to_regclass('graphile_worker.migrations') is not null as queue`;
  if (!there?.ours || !there.queue)
    throw new Fault("This database was never set up: there is nothing to back up. Start Zhongtiao once.");
  const made = await tx<
    { at: string }[]
  >`select created_at::text as at from drizzle.__drizzle_migrations order by created_at`;
  const [queue] = await tx<{ newest: number }[]>`select max(id) as newest from graphile_worker.migrations`;
  return { migrations: made.map(({ at }) => Number(at)), queue: queue?.newest ?? 0 };
}

/** Schemas that a restore fills, in the order in which they may be taken away. */
export const filledSchemas = ["app", "graphile_worker", "drizzle"] as const;
