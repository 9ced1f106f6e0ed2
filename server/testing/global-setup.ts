import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "@/db/migrate";
import { type Logins, namedLogins } from "@/db/migrating/roles";

declare module "vitest" {
  interface ProvidedContext {
    adminUrl: string;
    template: string;
    logins: Logins;
  }
}

/** Migrates one template database on the test server; each worker clones it, and all clones share the product's logins. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const adminUrl = process.env.TEST_ADMIN_URL;
  if (!adminUrl) throw new Error("TEST_ADMIN_URL is not set; run the suites with `npm test`");
  const template = `zt_template_${process.pid}`;
  const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${template}`);
  const inTemplate = (address: string) => Object.assign(new URL(address), { pathname: `/${template}` }).href;
  const named = namedLogins();
  if (!named) throw new Error("No logins are named; run the suites with `npm test`");
  const logins = { people: inTemplate(named.people), system: inTemplate(named.system), queue: inTemplate(named.queue) };
  await migrate(inTemplate(adminUrl), undefined, logins);
  project.provide("adminUrl", adminUrl);
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
    await admin.end();
  };
}
