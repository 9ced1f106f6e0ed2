import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Runs `body` with the system's own sight, for what an act brings about beyond its actor's reach: an invitee
 * takes their seat, or loses it, before they may know the dispute (their rights follow at commit). The policy has
 * already allowed the act; nothing read here may be given back to them.
 */
export async function withSystemPrivileges<T>(tx: Tx, body: () => Promise<T>): Promise<T> {
  const [before] = await tx.execute<{ was: string }>(
    sql`select coalesce(current_setting('app.system', true), '') as was, set_config('app.system', 'on', true)`,
  );
  const restore = () => tx.execute(sql`select set_config('app.system', ${before?.was ?? ""}, true)`);
  try {
    return await body();
  } finally {
    // A transaction that failed is rolled back with its settings.
    await restore().catch(() => undefined);
  }
}
