import { readFileSync } from "node:fs";
import path from "node:path";
import { commandOf, startedAt } from "../processes/process-identity.mjs";

/**
 * The server that runs on the data folder `dir`, told from an unrelated process that got its
 * number after a crash by looking at the command line.
 * @param {string} dir
 * @returns {{ pid: number, port: number, isReady: boolean } | null}
 */
export function runningServer(dir) {
  const lines = postmasterFile(dir);
  if (!lines) return null;
  const pid = Number(lines[0]);
  if (!isOurs(pid, dir)) return null;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
}

/**
 * @param {string} dir
 * @returns {boolean} whether the lock file names a living process that is not our server
 */
export function isLockedByStranger(dir) {
  const lines = postmasterFile(dir);
  return lines !== null && startedAt(Number(lines[0])) !== null && !isOurs(Number(lines[0]), dir);
}

/** @param {string} dir */
function postmasterFile(dir) {
  try {
    return readFileSync(path.join(dir, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
}

/** @param {number} pid @param {string} dir */
function isOurs(pid, dir) {
  if (startedAt(pid) === null) return false;
  const command = commandOf(pid) ?? "";
  return command.includes("postgres") && command.includes(`-D ${dir}`);
}
