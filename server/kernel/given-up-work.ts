import { sql } from "drizzle-orm";
import { systemDatabase } from "@/db/client";

/** How many jobs of all counties have failed for good: a number for monitoring from outside. */
export async function givenUpWork(): Promise<number> {
  const [row] = await systemDatabase().execute<{ n: number }>(sql`select app.given_up_work() as n`);
  return row?.n ?? 0;
}
