import { sql } from "drizzle-orm";
import { type Database, database, type Tx } from "@/db/client";

/**
 * The hashes of all bytes that rows of each county name, in every lane: whoever removes what no row names must see
 * every row, so no actor can ask this, not even a job of the system. Hashes alone leave here. Gives no
 * county at all where the connection does not see everything: whoever saw only some would take papers for leftovers.
 * Each county is read when its turn comes: a row that comes later has bytes put later, and those are young.
 */
export async function* namedBytes(
  db: Database | Tx = database(),
): AsyncGenerator<{ countyId: string; hashes: ReadonlySet<string> }> {
  const [sight] = await db.execute<{ whole: boolean }>(sql`
    select (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
      or exists (select from pg_policies where schemaname = 'public' and tablename = 'files' and permissive = 'PERMISSIVE'
        and current_user = any (roles) and cmd = 'ALL' and qual = 'true')
      and not exists (select from pg_policies where schemaname = 'public' and tablename = 'files' and permissive = 'RESTRICTIVE') as whole`);
  if (!sight?.whole) return;
  for (const { id } of await db.execute<{ id: string }>(sql`select id from counties order by id`)) {
    const rows = await db.execute<{ sha256: string }>(
      sql`select distinct sha256 from files where county_id = ${id}::uuid`,
    );
    yield { countyId: id, hashes: new Set(rows.map(({ sha256 }) => sha256)) };
  }
}
