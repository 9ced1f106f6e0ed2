import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./paths.mjs";

const leash = pathToFileURL(path.join(import.meta.dirname, "leash.mjs")).href;

/**
 * Starts a Node program as the leader of its own process group and on a leash: it ends when this
 * process ends, however that ends.
 * @param {string[]} args of Node
 * @param {NodeJS.ProcessEnv} env
 * @param {"inherit" | "pipe" | number} out where its output goes
 */
export function spawnLeashed(args, env, out) {
  const child = spawn(process.execPath, ["--import", leash, ...args], {
    cwd: root,
    env: { ...env, LEASH_HOLDER: String(process.pid) },
    detached: true,
    stdio: [out === "inherit" ? out : "ignore", out, out, "pipe"],
  });
  child.stdio[3]?.on("error", () => undefined);
  return child;
}
