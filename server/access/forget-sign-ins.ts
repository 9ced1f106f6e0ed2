import { type SQL, sql } from "drizzle-orm";
import { systemDatabase } from "@/db/client";
import { deviceCookieSeconds } from "./device-cookie";

/**
 * Deletes sign-ins that ended more than a day ago, browsers whose cookie has ended, and counters of tries whose period
 * is over.
 */
export async function forgetSignIns(now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const forget = (rows: SQL) => systemDatabase().execute(sql`delete from ${rows}`);
  await forget(sql`sign_ins where coalesce(revoked_at, expires_at) < ${at} - interval '24 hours'`);
  await forget(sql`known_devices where used_at < ${at} - make_interval(secs => ${deviceCookieSeconds})`);
  await forget(sql`sign_in_tries where forget_at < ${at}`);
  await forget(sql`rate_limits where expire < ${at}`);
}
