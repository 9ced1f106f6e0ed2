import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Lays a superuser's rights down for the rest of a transaction and goes on as one of the product's logins, as if it had
 * connected as that one: for a question about rows that are never committed.
 */
export async function goOnAs(tx: Tx, login: "people" | "system"): Promise<void> {
  const address = process.env[login === "people" ? "DATABASE_PEOPLE_URL" : "DATABASE_SYSTEM_URL"] ?? "";
  await tx.execute(sql`set local session authorization ${sql.identifier(new URL(address).username)}`);
}
