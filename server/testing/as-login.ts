import { sql } from "drizzle-orm";
import { inject } from "vitest";
import { openDatabase, type Tx } from "@/db/client";

/** This file's database as a superuser; only for what no role of production may do. To be closed at the end. */
export const asSuperuser = () =>
  openDatabase(
    Object.assign(new URL(inject("adminUrl")), { pathname: new URL(process.env.DATABASE_URL ?? "").pathname }).href,
  );

/**
 * Lays a superuser's rights down for the rest of a transaction and goes on as one of the product's logins, as if it had
 * connected as that one: for a question about rows that are never committed.
 */
export async function goOnAs(tx: Tx, login: "people" | "system"): Promise<void> {
  const address = process.env[login === "people" ? "DATABASE_PEOPLE_URL" : "DATABASE_SYSTEM_URL"] ?? "";
  await tx.execute(sql`set local session authorization ${sql.identifier(new URL(address).username)}`);
}
