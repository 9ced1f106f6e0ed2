import { sql } from "drizzle-orm";
import { systemDatabase } from "@/db/client";

/**
 * Runs `body` while no other process of this installation runs one of the same name, for work outside of the database that
 * two processes would spoil. `body` asks the database through connections of its own.
 */
export function oneAtATime<T>(name: string, body: () => Promise<T>): Promise<T> {
  return systemDatabase().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`alone ${name}`}, 0))`);
    return body();
  });
}
