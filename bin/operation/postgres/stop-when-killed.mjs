import { spawn } from "node:child_process";
import path from "node:path";
import { own } from "../processes/owned-processes.mjs";

const program = path.join(import.meta.dirname, "stop-abandoned.mjs");

/**
 * Makes sure that the server on `dir` is stopped even when this program is killed. A shell waits for that, because it
 * needs little memory: descriptor 3 closes when this program ends in any way, and only then the shell becomes Node.
 * @param {string} dir
 */
export function stopWhenKilled(dir) {
  const waiting = ["-c", 'read -r _ <&3; exec "$0" "$@"', process.execPath, program, dir];
  const child = own(spawn("sh", waiting, { cwd: "/", detached: true, stdio: ["ignore", "ignore", "ignore", "pipe"] }));
  child.once("error", () => undefined);
  child.stdio[3]?.on("error", () => undefined);
}
