import { sql } from "drizzle-orm";
import { database } from "@/db/client";

/** Idempotency keys are kept seven days: whoever sends one again after that does a new act. */
export async function forgetKeys(now: Date): Promise<void> {
  await database().execute(
    sql`delete from idempotency_keys where created_at < ${now.toISOString()}::timestamptz - interval '7 days'`,
  );
}
