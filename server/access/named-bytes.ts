import { sql } from "drizzle-orm";
import { type Database, database, type Tx } from "@/db/client";

/**
 * The hashes of all stored files that rows of each county refer to, in every lane. Pruning must see every row, which no
 * actor may, not even a system job; so only hashes are returned. Yields no county where the connection is restricted by
 * row-level security: papers it cannot see would be deleted as unused. Counties are read one after the other; a row added
 * later has a file stored later, and pruning spares recent files.
 */
export async function* namedBytes(
  db: Database | Tx = database(),
): AsyncGenerator<{ countyId: string; hashes: ReadonlySet<string> }> {
  const [sight] = await db.execute<{ whole: boolean }>(sql`
    select (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
      or exists (select from pg_policies where schemaname = 'public' and tablename = 'files' and permissive = 'PERMISSIVE'
        and current_user = any (roles) and cmd = 'ALL' and qual = 'true') as whole`);
  if (!sight?.whole) return;
  for (const { id } of await db.execute<{ id: string }>(sql`select id from counties order by id`)) {
    const rows = await db.execute<{ sha256: string }>(
      sql`select distinct sha256 from files where county_id = ${id}::uuid`,
    );
    yield { countyId: id, hashes: new Set(rows.map(({ sha256 }) => sha256)) };
  }
}
