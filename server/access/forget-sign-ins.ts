import { sql } from "drizzle-orm";
import { database } from "@/db/client";

/** Ended sign-ins are kept a day, rate counters until their time has run out. */
export async function forgetSignIns(now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await database().execute(sql`delete from sign_ins where coalesce(revoked_at, expires_at) < ${at} - interval '1 day'`);
  await database().execute(sql`delete from rate_limits where expire < ${at}`);
}
