import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runDir } from "./paths.mjs";
import { startedAt } from "./process-identity.mjs";

/** @typedef {{ name: string, pid: number, startedAt: string | null }} RunRecord */

const fileOf = (name) => path.join(runDir, `${name}.json`);

/**
 * Notes that `pid` runs as `name`, so that a later start can find it if we die.
 * @param {string} name
 * @param {number} pid
 */
export function noteRunning(name, pid = process.pid) {
  mkdirSync(runDir, { recursive: true });
  writeFileSync(fileOf(name), JSON.stringify({ name, pid, startedAt: startedAt(pid) }));
}

/** @param {string} name */
export function forgetRunning(name) {
  rmSync(fileOf(name), { force: true });
}

/**
 * The noted processes that still run; notes of dead ones are removed on the way.
 * @returns {RunRecord[]}
 */
export function stillRunning() {
  mkdirSync(runDir, { recursive: true });
  return readdirSync(runDir)
    .filter((file) => file.endsWith(".json"))
    .map((file) => readRecord(path.join(runDir, file)))
    .filter((record) => record !== null);
}

function readRecord(file) {
  try {
    const record = JSON.parse(readFileSync(file, "utf8"));
    // Number and start time together: a number alone may belong to somebody else by now.
    if (record.startedAt && startedAt(record.pid) === record.startedAt) return record;
  } catch {
    // Half-written by a run that was killed: as good as absent.
  }
  rmSync(file, { force: true });
  return null;
}
