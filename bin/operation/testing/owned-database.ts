import postgres from "postgres";
import { inject } from "vitest";
import { loginAddresses } from "@/bin/operation/database/logins.mjs";
import { ensureDatabase } from "@/bin/operation/postgres/ensure-database.mjs";
import { closeDatabase } from "@/db/client";
import { untilAlone } from "@/server/testing/until-alone";

/**
 * An empty database of an owner of its own, as `npm start` makes them, for what belongs to an installation: migrating with
 * logins, verifying. Until `remove`, the environment names it and its logins, which `migrate(url, undefined, namedLogins())`
 * makes.
 */
export async function ownedDatabase(): Promise<{ url: string; remove: () => Promise<void> }> {
  const { DATABASE_URL, DATABASE_PEOPLE_URL, DATABASE_SYSTEM_URL, DATABASE_QUEUE_URL } = process.env;
  const before = { DATABASE_URL, DATABASE_PEOPLE_URL, DATABASE_SYSTEM_URL, DATABASE_QUEUE_URL };
  const name = `${new URL(DATABASE_URL ?? "").pathname.slice(1)}_owned`;
  const url = await ensureDatabase(inject("adminUrl"), "only-for-this-test-run", name);
  await closeDatabase();
  const logins = loginAddresses(url, () => "only-for-this-test-run");
  Object.assign(process.env, { DATABASE_URL: url, ...logins });
  return {
    url,
    async remove() {
      await closeDatabase();
      Object.assign(process.env, before);
      const owner = postgres(url, { max: 1, onnotice: () => undefined });
      await untilAlone(owner);
      await owner.end();
      const admin = postgres(inject("adminUrl"), { max: 1, onnotice: () => undefined });
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      for (const login of Object.values(logins)) await admin.unsafe(`drop role if exists ${new URL(login).username}`);
      await admin.unsafe(`drop role if exists ${name}`);
      await admin.end();
    },
  };
}
