import { chownSync, writeFileSync } from "node:fs";
import path from "node:path";
import { account } from "../postgres/account.mjs";
import { folderOf, startProgram } from "./start-program.mjs";

/** What docs/scale.md explains; the times are in seconds. */
const settings = {
  listen_addr: "127.0.0.1",
  unix_socket_dir: "",
  pool_mode: "transaction",
  auth_type: "scram-sha-256",
  max_client_conn: 2000,
  default_pool_size: 16,
  // A server that comes back is wanted at once; whoever waits for one longer than this is told to come again.
  server_login_retry: 1,
  server_connect_timeout: 3,
  query_wait_timeout: 8,
  // Behind a proxy, a connection to a server that is no longer the primary has to end some time.
  server_lifetime: 600,
  // Nothing of a connection outlives a transaction of ours, and nothing has to be reset after one.
  server_reset_query_always: 0,
  ignore_startup_parameters: "extra_float_digits",
  log_connections: 0,
  log_disconnections: 0,
  log_stats: 0,
};

/** @param {string} text */
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;

/**
 * Starts PgBouncer in transaction mode before the server on `serverPort`.
 * @param {object} options
 * @param {string} options.folder for its settings and log
 * @param {number} options.port where it listens
 * @param {number} options.serverPort
 * @param {Record<string, string>} [options.passwords] of the logins it lets in
 * @param {string} [options.looksUp] the superuser's password, where it asks the server for the logins' passwords: for
 *   test clusters, whose logins are many
 */
export function startPooler({ folder, port, serverPort, passwords = {}, looksUp }) {
  const as = account();
  folderOf(folder, as);
  const users = path.join(folder, "userlist.txt");
  const file = path.join(folder, "pgbouncer.ini");
  const known = { ...passwords, ...(looksUp ? { postgres: looksUp } : {}) };
  const all = { ...settings, listen_port: port, auth_file: users, ...(looksUp ? { auth_user: "postgres" } : {}) };
  const lines = Object.entries(all).map(([name, value]) => `${name} = ${value}`);
  const text = `[databases]\n* = host=127.0.0.1 port=${serverPort}\n[pgbouncer]\n${lines.join("\n")}\n`;
  const list = Object.entries(known).map((pair) => pair.map(quoted).join(" "));
  for (const [place, words] of [
    [users, `${list.join("\n")}\n`],
    [file, text],
  ]) {
    writeFileSync(place ?? "", words ?? "", { mode: 0o600 });
    if (as.uid !== undefined && as.gid !== undefined) chownSync(place ?? "", as.uid, as.gid);
  }
  return startProgram("pgbouncer", ["pgbouncer", file], { folder, as, isKept: true });
}
