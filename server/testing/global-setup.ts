import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "@/db/migrate";
import { type Logins, namedLogins } from "@/db/migrating/roles";

declare module "vitest" {
  interface ProvidedContext {
    adminUrl: string;
    ownerUrl: string;
    template: string;
    logins: Logins;
  }
}

/**
 * Migrates one template database on the test server, as an owner who is no superuser; each worker clones it, and all clones
 * share the owner and the product's logins.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { TEST_ADMIN_URL: adminUrl, TEST_OWNER_URL: ownerUrl } = process.env;
  const named = namedLogins();
  if (!adminUrl || !ownerUrl || !named) throw new Error("No server is named; run the suites with `npm test`");
  const template = `zt_template_${process.pid}`;
  const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  const owner = new URL(ownerUrl).username;
  await admin.unsafe(`create database ${template} owner ${owner}`);
  // Fixtures write rows as no verb would, past triggers and foreign keys, and see deadlocks at once. The owner of production
  // may set neither.
  const settings = "session_replication_role, deadlock_timeout";
  await admin.unsafe(`grant set on parameter ${settings} to ${owner}`);
  const inTemplate = (address: string) => Object.assign(new URL(address), { pathname: `/${template}` }).href;
  const logins = { people: inTemplate(named.people), system: inTemplate(named.system), queue: inTemplate(named.queue) };
  await migrate(inTemplate(ownerUrl), undefined, logins).catch((error: unknown) => {
    // Vitest shows an error of PostgreSQL as one of its own, and then that there are no tests.
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    throw new Error("the living text or a migration does not fit; see above");
  });
  project.provide("adminUrl", adminUrl);
  project.provide("ownerUrl", ownerUrl);
  project.provide("template", template);
  project.provide("logins", logins);
  return async () => {
    // A worker that ended may have been making the clone of a file that never came.
    await admin`select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where pid <> pg_backend_pid() and query like ${`create database zt_${process.pid}_%`}`;
    const left = await admin<
      { datname: string }[]
    >`select datname from pg_database where datname like ${`zt_${process.pid}_%`}`;
    for (const { datname } of left) await admin.unsafe(`drop database if exists ${datname} with (force)`);
    await admin.unsafe(`drop database if exists ${template} with (force)`);
    const owners = await admin<
      { rolname: string }[]
    >`select rolname from pg_roles where rolname like ${`zt_${process.pid}_%`}`;
    const own = Object.values(logins).map((address) => new URL(address).username);
    for (const name of [...owners.map(({ rolname }) => rolname), ...own])
      await admin.unsafe(`drop role if exists ${name}`);
    await admin.unsafe(`drop database if exists ${owner} with (force)`);
    await admin.unsafe(`revoke set on parameter ${settings} from ${owner}`);
    await admin.unsafe(`drop role if exists ${owner}`);
    await admin.end();
  };
}
