import postgres, { type Sql } from "postgres";
import { afterAll, inject } from "vitest";
import { closeDatabase, isPooled, openDatabase } from "@/db/client";
import { limitsOf } from "@/db/work";

declare global {
  /** What the test files of one worker process hand on: a connection, and the clone made for the file that comes next. */
  var zhongtiaoClones: { admin: Sql; next: Promise<string> | null } | undefined;
}

const adminUrl = inject("adminUrl");
globalThis.zhongtiaoClones ??= {
  admin: postgres(adminUrl, { max: 2, idle_timeout: 1, onnotice: () => undefined }),
  next: null,
};
const clones = globalThis.zhongtiaoClones;

/** Copying files takes a quarter of the time of writing every page to the log; nobody recovers this database. */
async function clone(): Promise<string> {
  const run = inject("template").replace("zt_template_", "");
  const name = `zt_${run}_${process.env.VITEST_POOL_ID ?? 0}_${Date.now().toString(36)}${Math.floor(Math.random() * 1e6)}`;
  const owner = new URL(inject("ownerUrl")).username;
  await clones.admin.unsafe(`create database ${name} template ${inject("template")} owner ${owner} strategy file_copy`);
  return name;
}

// One clone for each test file: real commits, and no rows of other tests. The next one is made while this file's tests
// run; global-setup.ts removes the one that is left over.
const name = await (clones.next ?? clone());
clones.next = clone();
clones.next.catch(() => undefined);
const inClone = (address: string) => Object.assign(new URL(address), { pathname: `/${name}` }).href;
const logins = inject("logins");
/** Where a pooler stands before the server (`npm run scale:suites`), the product goes through it. */
const pooled = (address: string) => {
  const port = process.env.TEST_POOLER_PORT;
  return port ? Object.assign(new URL(inClone(address)), { port }).href : inClone(address);
};
// Fixtures are written as the owner, whom row-level security binds too; the product connects as in production.
process.env.DATABASE_URL = inClone(inject("ownerUrl"));
process.env.DATABASE_PEOPLE_URL = pooled(logins.people);
process.env.DATABASE_SYSTEM_URL = pooled(logins.system);
process.env.DATABASE_QUEUE_URL = inClone(logins.queue);

/**
 * What a connection knows of tables, functions and plans is its own, and learning it is most of what a test costs: kinds of
 * work that in production wait for nobody else share connections here. After `closeDatabase` each kind has its own again.
 */
const sharing = ["read", "write", "costly", "background"] as const;
const ms = limitsOf("background").statementMs;
// Many who act on one thing stand behind its lock; on a busy machine that takes longer than anybody waits at a screen.
const patient = { statementMs: ms, lockMs: ms, idleMs: ms };
const pools: NonNullable<typeof globalThis.zhongtiaoDatabases> = new Map(
  [process.env.DATABASE_PEOPLE_URL, process.env.DATABASE_SYSTEM_URL].flatMap((url = "", nth) => {
    const pool = openDatabase(url, { ...limitsOf("write"), ...patient, isPooled: isPooled(), isProduct: true });
    return sharing.map((kind) => [`${nth === 0 ? "people" : "system"} ${kind}`, pool] as const);
  }),
);
pools.set("owner short", openDatabase(inClone(inject("ownerUrl")), { ...limitsOf("short"), ...patient }));
globalThis.zhongtiaoDatabases = pools;

afterAll(async () => {
  await closeDatabase();
  await clones.admin.unsafe(`drop database if exists ${name} with (force)`);
});
