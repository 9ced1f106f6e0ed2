import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../checkout/paths.mjs";

const supervisorPipe = pathToFileURL(path.join(import.meta.dirname, "end-with-supervisor.mjs")).href;

/**
 * Starts a Node program as the leader of its own process group. It ends when this process ends, even when
 * this process is killed.
 * @param {string[]} args of Node
 * @param {NodeJS.ProcessEnv} env
 * @param {"inherit" | "pipe" | number} out where its output goes
 * @param {{ uid?: number, gid?: number }} [as] another user, when root starts it
 */
export function spawnChild(args, env, out, as = {}) {
  const child = spawn(process.execPath, ["--import", supervisorPipe, ...args], {
    ...as,
    cwd: root,
    env: { ...env, SUPERVISOR_PID: String(process.pid) },
    detached: true,
    stdio: [out === "inherit" ? out : "ignore", out, out, "pipe"],
  });
  child.stdio[3]?.on("error", () => undefined);
  return child;
}
