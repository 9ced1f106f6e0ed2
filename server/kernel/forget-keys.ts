import { sql } from "drizzle-orm";
import { database } from "@/db/client";

/** Deletes idempotency keys older than seven days; sent again after that, a key stands for a new act. */
export async function forgetKeys(now: Date): Promise<void> {
  await database().execute(
    sql`delete from idempotency_keys where created_at < ${now.toISOString()}::timestamptz - interval '7 days'`,
  );
}
