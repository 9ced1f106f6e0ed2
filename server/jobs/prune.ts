import { sql } from "drizzle-orm";
import { database } from "@/db/client";

/** Idempotency keys are kept seven days; ended sign-ins a day; rate counters until their time has run out. Touches no dispute. */
export async function prune(): Promise<void> {
  await database().execute(sql`delete from idempotency_keys where created_at < now() - interval '7 days'`);
  await database().execute(sql`delete from sign_ins where coalesce(revoked_at, expires_at) < now() - interval '1 day'`);
  await database().execute(sql`delete from rate_limits where expire < now()`);
}
