import { sql } from "drizzle-orm";
import { database } from "@/db/client";

/** Idempotency keys are kept seven days; ended sign-ins and spent rate counters a day. Touches no dispute. */
export async function prune(now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await database().execute(sql`delete from idempotency_keys where created_at < ${at} - interval '7 days'`);
  await database().execute(sql`delete from sign_ins where coalesce(revoked_at, expires_at) < ${at} - interval '1 day'`);
  await database().execute(sql`delete from rate_limits where expire < ${at} - interval '1 day'`);
}
