import postgres from "postgres";
import { inject } from "vitest";
import { ensureDatabase } from "@/bin/operation/postgres/ensure-database.mjs";
import { closeDatabase } from "@/db/client";
import { untilAlone } from "@/server/testing/until-alone";

/**
 * An empty database of the owner that `npm start` makes: no superuser, so row-level security binds it. The databases
 * of other tests belong to a superuser, who sees every row whatever the policies say. Until `remove`, `DATABASE_URL` names it.
 */
export async function ownedDatabase(): Promise<{ url: string; remove: () => Promise<void> }> {
  const before = process.env.DATABASE_URL ?? "";
  const name = `${new URL(before).pathname.slice(1)}_owned`;
  const url = await ensureDatabase(inject("adminUrl"), "only-for-this-test-run", name);
  await closeDatabase();
  process.env.DATABASE_URL = url;
  return {
    url,
    async remove() {
      await closeDatabase();
      process.env.DATABASE_URL = before;
      const owner = postgres(url, { max: 1, onnotice: () => undefined });
      await untilAlone(owner);
      await owner.end();
      const admin = postgres(inject("adminUrl"), { max: 1, onnotice: () => undefined });
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.unsafe(`drop role if exists ${name}`);
      await admin.end();
    },
  };
}
