import { sql } from "drizzle-orm";
import { database } from "@/db/client";

/** Names under which triggers refuse: written in functions, given by those that say what stands in the way, or passed to a few. */
const raisedByTriggers = sql`
  select found[1] as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'app',
    regexp_matches(p.prosrc, 'constraint = ''([a-z_]+)''', 'g') as found
  union
  select found[1] from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'app',
    regexp_matches(p.prosrc, 'return ''([a-z_]+)''', 'g') as found where p.proname like '%_obstacle'
  union
  select split_part(encode(t.tgargs, 'escape'), chr(92), 1) from pg_trigger t join pg_proc p on p.oid = t.tgfoid
  where p.proname in ('refuse_change', 'refuse_once_settled', 'check_days', 'check_not_ahead', 'check_place', 'check_place_in_use', 'check_speaker', 'check_not_merged', 'refuse_tied', 'refuse_tied_together', 'check_stays_attached', 'check_still_open', 'check_before_end', 'check_role_beside', 'check_helps_no_more') and not t.tgisinternal`;

interface Named extends Record<string, unknown> {
  name: string;
  /**
   * c check, f foreign key, p primary key, u unique, x exclusion, t constraint trigger, i unique index, raised by a
   * trigger's function.
   */
  kind: string;
}

/** Every name a refusal of the database can carry, with its kind. */
export async function namedConstraints(): Promise<Named[]> {
  const rows = await database().execute<Named>(sql`
    with named as (
      select c.conname as name, c.contype::text as kind from pg_constraint c
        join pg_namespace n on n.oid = c.connamespace and n.nspname = 'public' where c.contype <> 'n'
      union all
      select i.relname, 'i' from pg_index x join pg_class i on i.oid = x.indexrelid
        join pg_namespace n on n.oid = i.relnamespace and n.nspname = 'public'
        where x.indisunique and not exists (select from pg_constraint c where c.conindid = x.indexrelid)
      union all
      select name, 'raised' from (${raisedByTriggers}) raised)
    select name::text, kind from named`);
  return [...rows];
}

/** The rules among them: everything but keys and references. "…_within_…" only carries composite references. */
export async function namedGuards(): Promise<string[]> {
  const rows = await namedConstraints();
  const rules = rows.filter(
    ({ name, kind }) =>
      kind !== "f" && kind !== "t" && (kind !== "p" || name === "seals_once") && !name.includes("_within_"),
  );
  return [...new Set(rules.map((row) => row.name))];
}
