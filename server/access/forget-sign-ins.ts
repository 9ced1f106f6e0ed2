import { sql } from "drizzle-orm";
import { database } from "@/db/client";

/** Ended sign-ins and spent rate counters are kept a day. */
export async function forgetSignIns(): Promise<void> {
  await database().execute(sql`delete from sign_ins where coalesce(revoked_at, expires_at) < now() - interval '1 day'`);
  await database().execute(sql`delete from rate_limits where expire < now() - interval '1 day'`);
}
