import { sql } from "drizzle-orm";
import { inEveryCounty } from "../kernel/every-county";

/**
 * The hashes of all stored files that rows of each county refer to, in every lane. Pruning must see every row, which no
 * actor may, not even a system job; so the database gives hashes alone, and refuses where it cannot see every row itself.
 * Pruning spares recent files, so that rows added meanwhile lose nothing.
 */
export async function namedBytes(now: Date): Promise<readonly { countyId: string; hashes: ReadonlySet<string> }[]> {
  return inEveryCounty("pruneFiles", now, async (tx, countyId) => {
    const rows = await tx.execute<{ sha256: string }>(sql`select * from app.named_bytes(${countyId}::uuid) as sha256`);
    return { countyId, hashes: new Set(rows.map(({ sha256 }) => sha256)) };
  });
}
