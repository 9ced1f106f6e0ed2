import { sql } from "drizzle-orm";
import type { Act } from "../../disputes/perform";

/** The first day on which an agreement can have been signed or reached: of its proceeding, or of the one it replaces. */
export async function possibleFrom({ tx, countyId }: Act, agreementId: string): Promise<string> {
  const [row] = await tx.execute<{ day: string }>(
    sql`select app.possible_from(${countyId}::uuid, ${agreementId}::uuid)::text as day`,
  );
  if (!row) throw new Error("no agreement");
  return row.day;
}
