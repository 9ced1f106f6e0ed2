import { sql } from "drizzle-orm";
import { type Database, database, type Tx } from "@/db/client";
import type { FileStore } from "./parts/file-store";

/** Longer than any upload lasts between its bytes and its row. */
const grace = 24 * 60 * 60_000;
/** More than a day of broken uploads leaves; what is over waits for the next night. */
const mostAtOnce = 5_000;

/**
 * Removes bytes older than a day that no row names: an upload whose row was refused or never came, a piece a crash
 * left. Only folders of counties this database knows are looked at, because other houses may share the store. Gives
 * how many were removed.
 */
export async function pruneFiles(store: FileStore, now: Date, db: Database | Tx = database()): Promise<number> {
  // Every row must be seen: whoever saw only some would take papers for leftovers.
  const [sight] = await db.execute<{ whole: boolean }>(sql`
    select (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
      or exists (select from pg_policies where schemaname = 'public' and tablename = 'files' and permissive = 'PERMISSIVE'
        and current_user = any (roles) and cmd = 'ALL' and qual = 'true') as whole`);
  if (!sight?.whole) return 0;
  const before = new Date(now.getTime() - grace);
  let removed = 0;
  for (const { id } of await db.execute<{ id: string }>(sql`select id from counties order by id`)) {
    const rows = await db.execute<{ sha256: string }>(
      sql`select distinct sha256 from files where county_id = ${id}::uuid`,
    );
    // Read once: a row that comes later has bytes put later, and those are young.
    const named = new Set(rows.map(({ sha256 }) => sha256));
    for await (const names of store.names(id))
      for (const name of names) {
        if (named.has(name)) continue;
        if (removed === mostAtOnce) return removed;
        if (await store.removeOlder(id, name, before)) removed += 1;
      }
  }
  return removed;
}
