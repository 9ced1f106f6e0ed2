import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Says for the rest of the transaction why something is corrected, and since when it is so ('YYYY-MM-DD'): the triggers that
 * keep what stood there before write it beside it.
 */
export async function sayWhy(tx: Tx, reason: string, since?: string): Promise<void> {
  await tx.execute(
    sql`select set_config('app.change_reason', ${reason}, true), set_config('app.change_since', ${since ?? ""}, true)`,
  );
}
