import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Takes the next number of a gapless series, which begins behind the last number given on paper; the row stays locked until
 * the transaction ends.
 */
export async function nextNumber(tx: Tx, countyId: string, scope: string, kind: string, year: number): Promise<number> {
  const rows = await tx.execute<{ value: number }>(sql`
    insert into counters as c (county_id, scope, kind, year, value)
    select ${countyId}::uuid, ${scope}::uuid, ${kind}::text, ${year}::int, app.number_start(${countyId}::uuid, ${scope}::uuid, ${kind}::text, ${year}::int) + 1
    on conflict (county_id, scope, kind, year) do update
      set value = greatest(c.value, app.number_start(c.county_id, c.scope, c.kind, c.year)) + 1 returning value`);
  const value = rows[0]?.value;
  if (value === undefined) throw new Error("counter gave no number");
  return value;
}
