import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ensureBuilt } from "../checkout/build.mjs";
import { environment } from "../checkout/settings.mjs";
import { Fault } from "../console/fault.mjs";
import { step } from "../console/step.mjs";
import { loginAddresses } from "../database/logins.mjs";
import { prepare } from "../database/prepare-database.mjs";
import { ensureDatabase } from "../postgres/ensure-database.mjs";
import { awaitReady } from "../processes/await-ready.mjs";
import { freePort } from "../processes/free-port.mjs";
import { atStop } from "../processes/shutdown.mjs";
import { startProcesses } from "../processes/start-processes.mjs";
import { startDatabase } from "./start-database.mjs";
import { startPooler } from "./start-pooler.mjs";
import { startDatabaseProxy, startWebProxy } from "./start-proxies.mjs";

/** @typedef {Awaited<ReturnType<typeof bringUp>>} Installation */

/**
 * Brings the whole of docs/scale.md up on this machine, in a folder of its own that is removed at the end: primary and
 * standby under a monitor, HAProxy, PgBouncer, two web processes and two workers, nginx. The demo county is in it.
 * @param {{ port?: number }} [options] where nginx listens
 */
export async function bringUp({ port } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "zhongtiao-scale-"));
  chmodSync(folder, 0o755);
  if (!process.env.KEEP_SCALE) atStop(() => rmSync(folder, { recursive: true, force: true }));
  // Keys and secrets are this installation's own and end with it; both web processes get the same.
  process.env.ZHONGTIAO_CONTACT_KEYS = randomBytes(32).toString("base64url");
  const secret = randomBytes(32).toString("base64url");
  const superuser = randomBytes(24).toString("base64url");
  const ports = { primary: await freePort(), replica: await freePort(), pooler: await freePort() };
  const front = port ?? (await freePort());

  const database = await step("Starting the primary, its standby and the monitor", () =>
    startDatabase(path.join(folder, "database"), superuser),
  );
  atStop(database.stop);
  const proxy = startDatabaseProxy({
    folder: path.join(folder, "haproxy"),
    primaryPort: ports.primary,
    replicaPort: ports.replica,
    nodes: database.nodes,
  });
  atStop(() => proxy.stop(1_000));
  const admin = `postgres://postgres:${superuser}@127.0.0.1:${ports.primary}/postgres`;
  await step("Waiting for the primary behind HAProxy", () => untilTakesWrites(admin));
  const owner = await ensureDatabase(admin, randomBytes(24).toString("base64url"));
  delete process.env.DEMO_DATA;
  delete process.env.DEMO_PASSWORD;
  await Promise.all([prepare(owner, "Filling the database with the demo county"), ensureBuilt()]);

  const logins = loginAddresses(owner);
  const pooler = startPooler({
    folder: path.join(folder, "pgbouncer"),
    port: ports.pooler,
    serverPort: ports.primary,
    passwords: Object.fromEntries(
      [logins.DATABASE_PEOPLE_URL, logins.DATABASE_SYSTEM_URL].map((address) => {
        const { username, password } = new URL(address);
        return [decodeURIComponent(username), decodeURIComponent(password)];
      }),
    ),
  });
  atStop(() => pooler.stop(1_000));
  const webs = [];
  const base = `http://localhost:${front}`;
  for (const name of ["1", "2"]) {
    const where = { port: await freePort(), host: "127.0.0.1", base: "" };
    where.base = `http://localhost:${where.port}`;
    const env = environment(throughPooler(logins, ports.pooler), where, "start", secret);
    Object.assign(env, {
      NEXTAUTH_URL: base,
      DATABASE_POOLER: "transaction",
      DATABASE_REPLICA_URL: `postgres://127.0.0.1:${ports.replica}/zhongtiao`,
      TRUSTED_PROXY_HEADER: "x-forwarded-for",
      // One folder for the papers and one for the checkpoints, as machines share them by NFS or the like.
      ZHONGTIAO_FILES: shared(folder, "files"),
      ZHONGTIAO_CHECKPOINTS: shared(folder, "checkpoints"),
      ZHONGTIAO_CERTIFICATES: shared(folder, "certificates"),
    });
    const logFolder = path.join(folder, `web-${name}`);
    const { web, worker } = await startProcesses(undefined, where, env, { command: "start", logFolder });
    webs.push({ name, base: where.base, port: where.port, web, worker, logFolder });
  }
  const nginx = startWebProxy({
    folder: path.join(folder, "nginx"),
    port: front,
    webPorts: webs.map((each) => each.port),
  });
  atStop(() => nginx.stop(1_000));
  await awaitReady(base, { seconds: 20 });
  return { folder, base, ports, database, proxy, pooler, nginx, webs, owner, admin, superuser };
}

/** @param {string} folder @param {string} name */
function shared(folder, name) {
  const place = path.join(folder, "shared", name);
  mkdirSync(path.dirname(place), { recursive: true });
  return place;
}

/**
 * People's and the system's statements go through the pooler; the queue listens and holds locks for as long as it lives,
 * and keeps its own connections.
 * @template {Record<string, string>} T
 * @param {T} logins
 * @param {number} port
 */
const throughPooler = (logins, port) => ({
  ...logins,
  DATABASE_PEOPLE_URL: at(logins.DATABASE_PEOPLE_URL, port),
  DATABASE_SYSTEM_URL: at(logins.DATABASE_SYSTEM_URL, port),
});

/** @param {string | undefined} address @param {number} port */
const at = (address, port) => Object.assign(new URL(address ?? ""), { port: String(port) }).href;

/**
 * Waits until the server that takes writes is found behind `address`, several times one after the other: HAProxy holds all
 * servers for good before it has looked at them.
 * @param {string} address
 */
async function untilTakesWrites(address, seconds = 60) {
  let found = 0;
  const { default: postgres } = await import("postgres");
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await wait(200)) {
    const sql = postgres(address, { max: 1, connect_timeout: 2, onnotice: () => undefined });
    try {
      const [row] = await sql`
        select not pg_is_in_recovery() and current_setting('default_transaction_read_only') = 'off' as "isPrimary"`;
      found = row?.isPrimary ? found + 1 : 0;
      if (found === 15) return;
    } catch {
      found = 0;
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  throw new Fault("No database server takes writes.");
}
