import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { asActor, postgresError } from "../../kernel/transaction";
import type { RowScene } from "./scene";

interface Column extends Record<string, unknown> {
  table: string;
  name: string;
  type: string;
  isEnum: boolean;
}

/** Columns of a dispute's tables that the people's login may update; versions and ids of rows are left out. */
const updatable = () =>
  database().execute<Column>(sql`
    select c.relname as table, a.attname as name, t.typname as type, t.typtype = 'e' as "isEnum"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname not in ('county_id', 'id', 'version') and a.attgenerated = ''
      and (c.relname = 'disputes' or exists (select from pg_attribute d where d.attrelid = c.oid and d.attname = 'dispute_id'))
      and has_column_privilege('zhongtiao_app', c.oid, a.attnum, 'update') order by 1, 2`);

/** Another value of the column; null where none is known. */
function another({ name, type, isEnum }: Column, personId: string): string | null {
  if (isEnum) return `(select l from unnest(enum_range(null::${type})) l where l is distinct from ${name} limit 1)`;
  if (type === "uuid") return `'${personId}'::uuid`;
  if (type === "text") return "'别的'";
  if (type === "date") return `coalesce(${name}, current_date) + 1`;
  if (type.startsWith("timestamp")) return `coalesce(${name}, now()) + interval '1 minute'`;
  if (type === "bool") return `not coalesce(${name}, false)`;
  return type.startsWith("int") ? `coalesce(${name}, 0) + 1` : null;
}

class PutBack extends Error {}

/** What somebody changes of a matter by SQL of their own, up to what is asked at commit, as "table.column". */
export async function changedBySql({ county, matters }: RowScene, who: string): Promise<string[]> {
  const disputeId = matters[0]?.disputeId ?? "";
  const changed: string[] = [];
  for (const column of await updatable()) {
    const value = another(column, county.people.mediator2 ?? "");
    if (value === null) continue;
    const key = column.table === "disputes" ? "id" : "dispute_id";
    const all = `select array_agg(${column.name}::text order by ${column.name}::text)::text as all from ${column.table} where ${key} = '${disputeId}'`;
    const code = await asActor(county.as(who), async (tx) => {
      const [before] = await tx.execute<{ all: string }>(sql.raw(all));
      const set = sql.raw(
        `update ${column.table} set ${column.name} = ${value} where ${key} = '${disputeId}' returning 1`,
      );
      const rows = await tx.execute(set);
      if (rows.length > 0) await tx.execute(sql.raw("set constraints all immediate"));
      const [after] = rows.length > 0 ? await tx.execute<{ all: string }>(sql.raw(all)) : [before];
      throw new PutBack(before?.all === after?.all ? "" : "changed");
    }).catch((error: unknown) => (error instanceof PutBack ? error.message : (postgresError(error)?.code ?? "thrown")));
    if (code === "changed") changed.push(`${column.table}.${column.name}`);
  }
  return changed;
}
