import { sql } from "drizzle-orm";
import { inEveryCounty } from "./every-county";

/** Deletes idempotency keys older than seven days; sent again after that, a key stands for a new act. */
export async function forgetKeys(now: Date): Promise<void> {
  await inEveryCounty("forgetKeys", now, (tx, countyId) =>
    tx.execute(sql`delete from idempotency_keys
      where county_id = ${countyId}::uuid and created_at < ${now.toISOString()}::timestamptz - interval '168 hours'`),
  );
}
