import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** Takes the next number of a gapless series; the row stays locked until the transaction ends. */
export async function nextNumber(tx: Tx, countyId: string, scope: string, kind: string, year: number): Promise<number> {
  const rows = await tx.execute<{ value: number }>(sql`
    insert into counters (county_id, scope, kind, year, value) values (${countyId}::uuid, ${scope}::uuid, ${kind}, ${year}, 1)
    on conflict (county_id, scope, kind, year) do update set value = counters.value + 1 returning value`);
  const value = rows[0]?.value;
  if (value === undefined) throw new Error("counter gave no number");
  return value;
}
