import { spawn } from "node:child_process";
import path from "node:path";
import { own } from "../processes/owned-processes.mjs";

const program = path.join(import.meta.dirname, "stop-abandoned.mjs");

/**
 * Has the server on `dir` stopped when this program is killed without a chance to do it. A shell waits for that,
 * because it needs little memory: descriptor 3 closes with us, however we end, and only then it becomes Node.
 * @param {string} dir
 */
export function stopWhenKilled(dir) {
  const waiting = ["-c", 'read -r _ <&3; exec "$0" "$@"', process.execPath, program, dir];
  const child = own(spawn("sh", waiting, { cwd: "/", detached: true, stdio: ["ignore", "ignore", "ignore", "pipe"] }));
  child.once("error", () => undefined);
  child.stdio[3]?.on("error", () => undefined);
}
