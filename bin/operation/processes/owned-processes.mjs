import { setTimeout as wait } from "node:timers/promises";
import { forgetRunning, noteRunning } from "./run-files.mjs";

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const owned = new Set();

/**
 * Makes this program responsible for `child`, which must lead its own process group (`detached: true`): it is ended
 * when this program ends. With a name it is also noted on disk, so that the next start finds it after a crash.
 * @template {ChildProcess} T
 * @param {T} child
 * @param {string} [name]
 * @returns {T}
 */
export function own(child, name) {
  if (child.pid === undefined) return child;
  const { pid } = child;
  owned.add(child);
  if (name) noteRunning(name, pid);
  child.once("exit", () => {
    owned.delete(child);
    if (name) forgetRunning(name, pid);
  });
  return child;
}

/**
 * Asks the process group of `pid` to end and kills what is left after `graceMs`.
 * @param {number | undefined} pid none when the program could not be started
 * @param {number} graceMs
 */
export async function endGroup(pid, graceMs) {
  signalGroup(pid, "SIGTERM");
  for (const end = Date.now() + graceMs; Date.now() < end; await wait(20)) if (!signalGroup(pid, 0)) return;
  signalGroup(pid, "SIGKILL");
  for (const end = Date.now() + 1_000; Date.now() < end; await wait(20)) if (!signalGroup(pid, 0)) return;
}

/** Ends everything owned. @param {number} graceMs before force */
export async function endOwned(graceMs) {
  await Promise.all([...owned].map((child) => endGroup(child.pid, graceMs)));
}

/** Kills everything owned at once. */
export function killOwned() {
  for (const child of owned) signalGroup(child.pid, "SIGKILL");
}

/** @param {number | undefined} pid @param {NodeJS.Signals | 0} signal @returns {boolean} whether anybody got it */
function signalGroup(pid, signal) {
  if (pid === undefined) return false;
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}
