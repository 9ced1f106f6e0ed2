import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { asActor } from "../../kernel/transaction";
import type { TestCounty } from "../county";

type Rows = ReadonlySet<string>;

/** Rows with the id of a dispute, and the disputes themselves, as "table id", that the reader sees; null: all there are. */
async function rowsOf(county: TestCounty, username: string | null): Promise<Rows> {
  const read = async (tx: Pick<ReturnType<typeof database>, "execute">) => {
    const tables = await tx.execute<{ name: string }>(sql`
      select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('dispute_id', 'number', 'reporter_id', 'asked_by') and not a.attisdropped)
        and has_table_privilege('zhongtiao_app', c.oid, 'select') and c.relname <> 'dispute_access' order by 1`);
    const seen = new Set<string>();
    for (const { name } of tables) {
      const rows = await tx.execute<{ id: string }>(sql`
        select coalesce(to_jsonb(t) ->> 'id', concat_ws(' ', to_jsonb(t) ->> 'session_id', to_jsonb(t) ->> 'dispute_id', to_jsonb(t) ->> 'seq',
          to_jsonb(t) ->> 'version', to_jsonb(t) ->> 'party_id')) as id
        from ${sql.identifier(name)} t where county_id = ${county.countyId}::uuid`);
      for (const { id } of rows) seen.add(`${name} ${id}`);
    }
    return seen;
  };
  return username === null ? read(database()) : asActor(county.as(username), read);
}

/** The actor's own rows of `dispute_access`, as "relation dispute". */
async function rightsOf(county: TestCounty, username: string): Promise<Rows> {
  const rows = await asActor(county.as(username), (tx) =>
    tx.execute<{ right: string }>(sql`select relation || ' ' || dispute_id as right from dispute_access`),
  );
  return new Set(rows.map(({ right }) => right));
}

export interface Widened {
  /** Rows that were there before the act and that it opened to its actor. */
  opened: string[];
  /** Relations to disputes that were there before the act and that it gave its actor. */
  given: string[];
}

/** What an act shows its actor of what was there before. */
export async function widenedBy(county: TestCounty, username: string, run: () => Promise<unknown>): Promise<Widened> {
  const [there, saw, held] = [
    await rowsOf(county, null),
    await rowsOf(county, username),
    await rightsOf(county, username),
  ];
  await run();
  const [sees, holds] = [await rowsOf(county, username), await rightsOf(county, username)];
  return {
    opened: [...sees].filter((row) => there.has(row) && !saw.has(row)).sort(),
    given: [...holds].filter((right) => !held.has(right) && there.has(`disputes ${right.split(" ")[1]}`)).sort(),
  };
}
