import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Tells a process from a later one that got the same number: its start time, or null when no
 * such process runs (a zombie counts as gone).
 * @param {number} pid
 * @returns {string | null}
 */
export function startedAt(pid) {
  if (process.platform !== "linux") return fromPs(pid, "lstart=");
  const fields = statOf(pid);
  return !fields || fields[0] === "Z" ? null : (fields[19] ?? null);
}

/** @param {number} pid @returns {number} the process that started it, 0 when unknown */
export function parentOf(pid) {
  return Number(process.platform === "linux" ? statOf(pid)?.[1] : fromPs(pid, "ppid=")) || 0;
}

/** The fields of Linux' stat file from the state on. @param {number} pid */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold blanks, so the fields are counted from behind it.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

/**
 * @param {number} pid
 * @returns {string | null} the command line, or null when no such process runs
 */
export function commandOf(pid) {
  if (process.platform !== "linux") return fromPs(pid, "args=");
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || null;
  } catch {
    return null;
  }
}

/** @param {number} pid @param {"lstart=" | "ppid=" | "args="} column */
function fromPs(pid, column) {
  const ps = spawnSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" });
  return ps.status === 0 ? ps.stdout.trim() || null : null;
}
