import { spawn } from "node:child_process";
import { chownSync, closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { Fault } from "../console/fault.mjs";
import { endGroup, own } from "../processes/owned-processes.mjs";
import { isStopping } from "../processes/shutdown.mjs";

/** @typedef {{ uid?: number, gid?: number }} Ids */
/** @typedef {{ pid: () => number, isAlive: () => boolean, kill: (signal: NodeJS.Signals) => void, revive: () => void, stop: (graceMs: number) => Promise<void>, lastWords: () => string }} Program */

/** A folder of whoever runs what lies in it. @param {string} folder @param {Ids} as */
export function folderOf(folder, { uid, gid }) {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

const restartMs = 1_000;

/**
 * Starts a program of the system's packages that stays in the foreground, as the leader of a process group. It ends with
 * this process, even when this is killed: the kernel sends it SIGTERM then (setpriv).
 * @param {string} name of its log
 * @param {string[]} command
 * @param {{ folder: string, as?: Ids, env?: Record<string, string>, isKept?: boolean }} options `isKept`: started again
 *   when it ends by itself, as an operator's service manager would
 * @returns {Program}
 */
export function startProgram(name, command, { folder, as = {}, env, isKept = false }) {
  const log = path.join(folder, `${name}.log`);
  let isEnding = false;
  const launch = () => {
    const sink = openSync(log, "a", 0o600);
    const child = spawn("setpriv", ["--pdeathsig", "TERM", ...command], {
      ...as,
      cwd: "/",
      // Nothing of this process's settings: they hold addresses and secrets.
      env: { NODE_ENV: "production", PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LANG: "C.UTF-8", ...env },
      detached: true,
      stdio: ["ignore", sink, sink],
    });
    closeSync(sink);
    child.once("error", (error) => process.stderr.write(`! ${name}: ${error.message}\n`));
    if (child.pid === undefined)
      throw new Fault(`${command[0]} could not be started; docs/scale.md names the packages.`);
    child.once("exit", () => {
      if (!isEnding && isKept && !isStopping()) setTimeout(launch, restartMs);
    });
    current = own(child);
  };
  /** @type {import("node:child_process").ChildProcess} */
  let current;
  launch();
  const pid = () => current.pid ?? 0;
  return {
    pid,
    isAlive: () => current.exitCode === null && current.signalCode === null,
    /** To everything it started as well. */
    kill: (signal) => void process.kill(-pid(), signal),
    /** Starts it again after it ended. */
    revive: launch,
    async stop(graceMs) {
      isEnding = true;
      await endGroup(current.pid, graceMs);
    },
    lastWords: () => readFileSync(log, "utf8").trim().split("\n").slice(-12).join("\n"),
  };
}
