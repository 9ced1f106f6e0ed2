import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { deviceCookieSeconds } from "./device-cookie";

/**
 * Deletes sign-ins that ended more than a day ago, browsers whose cookie has ended, and counters of tries whose period
 * is over.
 */
export async function forgetSignIns(now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await database().execute(sql`delete from sign_ins where coalesce(revoked_at, expires_at) < ${at} - interval '1 day'`);
  await database().execute(
    sql`delete from known_devices where used_at < ${at} - make_interval(secs => ${deviceCookieSeconds})`,
  );
  await database().execute(sql`delete from sign_in_tries where forget_at < ${at}`);
  await database().execute(sql`delete from rate_limits where expire < ${at}`);
}
