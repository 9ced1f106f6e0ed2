import { sql } from "drizzle-orm";
import type { Act } from "../perform";

/**
 * The first day ('YYYY-MM-DD') on which the proceeding of this ordinal can have been taken up, and of the first one on which something
 * of a matter can have happened before anybody took it up: whoever was there that night registers it later (app.acceptable_from).
 */
export async function firstDayOf(
  { tx, countyId, dispute }: Pick<Act, "tx" | "countyId" | "dispute">,
  ordinal = 1,
): Promise<string> {
  const [first] = await tx.execute<{ day: string }>(
    sql`select app.acceptable_from(${countyId}::uuid, ${dispute.id}::uuid, ${ordinal}::int)::text as day`,
  );
  return first?.day ?? "1900-01-01";
}
