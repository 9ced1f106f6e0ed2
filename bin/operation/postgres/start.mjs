import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Fault } from "../console/fault.mjs";
import { freePort } from "../processes/free-port.mjs";
import { isLockedByStranger, runningServer } from "./running.mjs";

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  timezone: "Asia/Shanghai",
  log_timezone: "Asia/Shanghai",
  max_connections: "200",
  // Bound parameters are names, numbers and notes of people: they have no place in a log.
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
  // Nor have the rows and keys that the detail of an error repeats.
  log_error_verbosity: "terse",
};

/**
 * Starts the server on the cluster in `dir`, on a free local port and as the leader of its own
 * process group, and waits until it takes connections.
 * @param {{ postgres: string, as: { uid?: number, gid?: number } }} programs
 * @param {string} dir
 * @param {string} log file the server writes to; that of the previous run is kept beside it
 * @param {{ port?: number, settings?: Record<string, string>, minutes?: number }} [options] `minutes` it may take
 * @returns {Promise<{ pid: number, port: number }>}
 */
export async function startServer({ postgres, as }, dir, log, options = {}) {
  if (isLockedByStranger(dir)) rmSync(path.join(dir, "postmaster.pid"), { force: true });
  const port = options.port ?? (await freePort());
  mkdirSync(path.dirname(log), { recursive: true });
  if (existsSync(log)) renameSync(log, `${log}.previous`);
  const sink = openSync(log, "w", 0o600);
  const flags = Object.entries({ ...settings, ...options.settings }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const args = ["-D", dir, "-p", String(port), ...flags];
  const child = spawn(postgres, args, { ...as, cwd: "/", detached: true, stdio: ["ignore", sink, sink] });
  closeSync(sink);
  let failure = "";
  child.once("error", (error) => (failure = error.message));
  child.once("exit", (code, signal) => (failure ||= `it ended with ${signal ?? code}`));
  child.unref();
  const { minutes = 1 } = options;
  for (const end = Date.now() + minutes * 60_000; Date.now() < end; await wait(20)) {
    const server = runningServer(dir);
    if (server?.pid === child.pid && server?.isReady) return { pid: server.pid, port };
    if (failure) break;
  }
  const words = readFileSync(log, "utf8").trim().split("\n").slice(-8).join("\n");
  throw new Fault(
    `The database did not start (${failure || `no answer within ${minutes} min`}). Its last words:\n${words}`,
  );
}
