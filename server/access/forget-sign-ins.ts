import { sql } from "drizzle-orm";
import { systemDatabase } from "@/db/client";

/** Deletes sign-ins that ended more than a day ago and rate counters whose period is over. */
export async function forgetSignIns(now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await systemDatabase().execute(
    sql`delete from sign_ins where coalesce(revoked_at, expires_at) < ${at} - interval '1 day'`,
  );
  await systemDatabase().execute(sql`delete from rate_limits where expire < ${at}`);
}
