import { sql } from "drizzle-orm";
import type { Act } from "../perform";

/**
 * The first day ('YYYY-MM-DD') on which something of a matter can have happened, before anybody took it up: whoever was there that
 * night registers it later (app.earliest_day).
 */
export async function firstDayOf({ tx, countyId, dispute }: Pick<Act, "tx" | "countyId" | "dispute">): Promise<string> {
  const [first] = await tx.execute<{ day: string }>(
    sql`select app.acceptable_from(${countyId}::uuid, ${dispute.id}::uuid, 1)::text as day`,
  );
  return first?.day ?? "1900-01-01";
}
