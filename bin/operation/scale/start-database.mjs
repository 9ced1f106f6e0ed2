import { appendFileSync, chownSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Fault } from "../console/fault.mjs";
import { account } from "../postgres/account.mjs";
import { createCluster } from "../postgres/create.mjs";
import { freePort } from "../processes/free-port.mjs";
import { runOwned } from "../processes/run.mjs";
import { folderOf, startProgram } from "./start-program.mjs";

/** Debian's PostgreSQL: pg_auto_failover is made for it, and copies clusters with its pg_basebackup. */
const programs = "/usr/lib/postgresql/15/bin";

/** How soon the monitor calls a server dead and promotes the other; docs/scale.md says what that costs. */
const monitorSettings = {
  "pgautofailover.health_check_period": "1000",
  "pgautofailover.health_check_timeout": "1000",
  "pgautofailover.health_check_max_retries": "1",
  "pgautofailover.health_check_retry_delay": "500",
  "pgautofailover.node_considered_unhealthy_timeout": "5000",
  "pgautofailover.primary_demote_timeout": "5000",
  "pgautofailover.startup_grace_period": "5000",
};

const nodeSettings = {
  shared_buffers: "128MB",
  max_connections: "200",
  wal_keep_size: "256MB",
  // The province's centre reads the figures from the log.
  wal_level: "logical",
  timezone: "Asia/Shanghai",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
  log_error_verbosity: "terse",
  // A long read of a replica gives way after this.
  max_standby_streaming_delay: "5s",
};

/** Whom HAProxy asks a server as; it may do nothing else. The monitor's own role takes one connection only. */
export const healthRole = "zhongtiao_health";

/** @typedef {import("./start-program.mjs").Program} Program */
/** @typedef {{ name: string, port: number, dir: string, program: Program }} Node */

/**
 * A primary and a synchronous standby under pg_auto_failover: a monitor watches both, and makes the standby the primary
 * when that is gone. A commit is acknowledged when both have it, so that nothing acknowledged is lost with one of them.
 * @param {string} folder
 * @param {string} password of the superuser
 * @returns {Promise<{ nodes: Node[], stop: () => Promise<void> }>}
 */
export async function startDatabase(folder, password) {
  if (!existsSync(path.join(programs, "initdb")) || !existsSync("/usr/bin/pg_autoctl"))
    throw new Fault("PostgreSQL 15 and pg_auto_failover are not installed; docs/scale.md names the packages.");
  const as = account();
  folderOf(folder, as);
  const run = folderOf(path.join(folder, "run"), as);
  const env = {
    PATH: `${programs}:/usr/bin:/bin`,
    HOME: folder,
    XDG_CONFIG_HOME: path.join(folder, "config"),
    XDG_DATA_HOME: path.join(folder, "share"),
    XDG_RUNTIME_DIR: run,
    PGUSER: "postgres",
  };
  /** @param {string[]} args */
  const autoctl = async (...args) => {
    const command = ["pg_autoctl", ...args];
    const { code, words } = await runOwned(command, {
      env: { NODE_ENV: "production", ...env },
      as,
      cwd: "/",
      quiet: true,
    });
    if (code !== 0)
      throw new Fault(`pg_autoctl ${args.slice(0, 2).join(" ")} failed:\n${words.split("\n").slice(-12).join("\n")}`);
  };
  const here = ["--hostname", "127.0.0.1", "--listen", "127.0.0.1", "--no-ssl", "--skip-pg-hba"];
  const common = [...here, "--pgctl", path.join(programs, "pg_ctl")];

  const monitorDir = path.join(folder, "monitor");
  const monitorPort = await freePort();
  await autoctl("create", "monitor", "--pgdata", monitorDir, "--pgport", String(monitorPort), ...common);
  appendFileSync(path.join(monitorDir, "postgresql.conf"), settingLines(monitorSettings));
  writeHba(monitorDir, as, [
    "local pg_auto_failover autoctl_node trust",
    "host pg_auto_failover autoctl_node 127.0.0.1/32 trust",
  ]);
  const monitor = startProgram("monitor", ["pg_autoctl", "run", "--pgdata", monitorDir], { folder, as, env });
  const uri = `postgres://autoctl_node@127.0.0.1:${monitorPort}/pg_auto_failover?sslmode=disable`;
  await answers(uri.replace("?sslmode=disable", ""), monitor);

  /** @type {Node[]} */
  const nodes = [];
  for (const name of ["a", "b"]) {
    const dir = path.join(folder, name);
    const port = await freePort();
    // The first is made here, with the collation of all our clusters; the second is a copy of it.
    if (name === "a") {
      const tools = { initdb: path.join(programs, "initdb"), postgres: path.join(programs, "postgres"), as };
      await createCluster(tools, dir, password);
      appendFileSync(path.join(dir, "postgresql.conf"), settingLines(nodeSettings));
      writeHba(dir, as, [
        "host all pgautofailover_monitor 127.0.0.1/32 trust",
        `host postgres ${healthRole} 127.0.0.1/32 trust`,
        "host all pgautofailover_replicator 127.0.0.1/32 trust",
        "host replication pgautofailover_replicator 127.0.0.1/32 trust",
        "host all,replication all 127.0.0.1/32 scram-sha-256",
      ]);
    }
    const own = ["--pgdata", dir, "--pgport", String(port), "--name", name, "--monitor", uri, "--username", "postgres"];
    await autoctl("create", "postgres", ...own, ...common);
    const program = startProgram(`node-${name}`, ["pg_autoctl", "run", "--pgdata", dir], { folder, as, env });
    nodes.push({ name, port, dir, program });
    const address = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    await answers(address, program);
    if (name === "a") await makeHealthRole(address);
  }
  return {
    nodes,
    async stop() {
      await Promise.all(nodes.map(({ program }) => program.stop(4_000)));
      await monitor.stop(3_000);
    },
  };
}

/** @param {Record<string, string>} settings */
const settingLines = (settings) =>
  `\n${Object.entries(settings)
    .map(([name, value]) => `${name} = '${value}'`)
    .join("\n")}\n`;

/** Who may enter: the system's user through the socket, and whom `lines` name. @param {string} dir @param {{ uid?: number, gid?: number }} as @param {string[]} lines */
function writeHba(dir, { uid, gid }, lines) {
  const file = path.join(dir, "pg_hba.conf");
  writeFileSync(file, `${[...lines, "local all all peer"].join("\n")}\n`, { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
}

/** @param {string} address @param {Program} program */
async function answers(address, program) {
  const { default: postgres } = await import("postgres");
  for (const end = Date.now() + 60_000; Date.now() < end && program.isAlive(); await wait(200)) {
    const sql = postgres(address, { max: 1, connect_timeout: 2, onnotice: () => undefined });
    try {
      await sql`select 1`;
      return;
    } catch {
      // Not yet.
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  throw new Fault(`A server did not begin to answer. Its last words:\n${program.lastWords()}`);
}

/** @param {string} address of the superuser */
async function makeHealthRole(address) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(address, { max: 1, onnotice: () => undefined });
  await sql.unsafe(`create role ${healthRole} login`);
  await sql.end({ timeout: 1 });
}

/** What the server's own pid file says, to kill it with its pg_autoctl. @param {string} dir */
export const postmasterOf = (dir) => Number(readFileSync(path.join(dir, "postmaster.pid"), "utf8").split("\n")[0]);
