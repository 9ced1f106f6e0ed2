import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Runs `body` with the system's privileges, for effects of an act on rows its actor may not reach: an invitee takes
 * their seat, or loses it, before they may read the dispute (their rights follow at commit). The policy has already
 * allowed the act; nothing read here may be returned to the actor.
 */
export async function withSystemPrivileges<T>(tx: Tx, body: () => Promise<T>): Promise<T> {
  const [before] = await tx.execute<{ was: string }>(
    sql`select coalesce(current_setting('app.system', true), '') as was, set_config('app.system', 'on', true)`,
  );
  const restore = () => tx.execute(sql`select set_config('app.system', ${before?.was ?? ""}, true)`);
  try {
    return await body();
  } finally {
    // After a failure the settings need no reset: the transaction is rolled back with them.
    await restore().catch(() => undefined);
  }
}
