import { sql } from "drizzle-orm";
import type { Act } from "../../disputes/perform";

/** The day on which an agreement was reached, in force, signed first or agreed in a session: nothing is performed before. */
export async function reachedOn({ tx, countyId }: Act, agreementId: string): Promise<string> {
  const [row] = await tx.execute<{ day: string }>(
    sql`select app.reached_on(${countyId}::uuid, ${agreementId}::uuid)::text as day`,
  );
  if (!row) throw new Error("no agreement");
  return row.day;
}
