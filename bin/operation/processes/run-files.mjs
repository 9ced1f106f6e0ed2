import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runDir } from "../checkout/paths.mjs";
import { startedAt } from "./process-identity.mjs";

/** @typedef {{ name: string, pid: number, startedAt: string | null }} RunRecord */

/** One file for each process, so that none overwrites another's. @param {string} name @param {number} pid */
const fileOf = (name, pid) => path.join(runDir, `${name}-${pid}.json`);

/**
 * Notes that `pid` runs as `name`, so that the next start can find it after a crash.
 * @param {string} name
 * @param {number} pid
 */
export function noteRunning(name, pid = process.pid) {
  mkdirSync(runDir, { recursive: true });
  const file = fileOf(name, pid);
  // Renamed when complete: a program that reads half a note takes it for that of an ended process and removes it.
  writeFileSync(`${file}.new`, JSON.stringify({ name, pid, startedAt: startedAt(pid) }));
  renameSync(`${file}.new`, file);
}

/** @param {string} name @param {number} pid */
export function forgetRunning(name, pid = process.pid) {
  rmSync(fileOf(name, pid), { force: true });
}

/**
 * The noted processes that still run; notes of ended ones are removed.
 * @returns {RunRecord[]}
 */
export function stillRunning() {
  mkdirSync(runDir, { recursive: true });
  return readdirSync(runDir)
    .filter((file) => file.endsWith(".json"))
    .map((file) => readRecord(path.join(runDir, file)))
    .filter((record) => record !== null);
}

/** @param {string} file @returns {RunRecord | null} */
function readRecord(file) {
  try {
    const record = JSON.parse(readFileSync(file, "utf8"));
    // Number and start time together: the number alone may have been given to another process.
    if (record.startedAt && startedAt(record.pid) === record.startedAt) return record;
  } catch {
    // No longer there, or not ours: as good as absent.
  }
  rmSync(file, { force: true });
  return null;
}
