import { sql } from "drizzle-orm";
import type { Act } from "../../disputes/perform";

/**
 * The day on which the agreement took effect. Nobody is urged and no breach is entered for a day before it; from then on a breach
 * needs no due day that has passed: whoever says that they will not pay breaks it at once.
 */
export async function inForceSince({ tx, countyId }: Act, agreementId: string): Promise<string> {
  const [row] = await tx.execute<{ day: string }>(
    sql`select app.day_of(effective_at)::text as day from agreements where county_id = ${countyId}::uuid and id = ${agreementId}::uuid`,
  );
  if (!row) throw new Error("no agreement");
  return row.day;
}
