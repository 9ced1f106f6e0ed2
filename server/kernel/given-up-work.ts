import { sql } from "drizzle-orm";
import { database } from "@/db/client";

/** How many jobs of all counties have failed for good: a number for monitoring from outside. */
export async function givenUpWork(): Promise<number> {
  const [row] = await database().execute<{ n: number }>(
    sql`select count(*)::int as n from graphile_worker.jobs where attempts >= max_attempts and locked_at is null`,
  );
  return row?.n ?? 0;
}
