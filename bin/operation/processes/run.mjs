import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { root } from "../checkout/paths.mjs";
import { Fault } from "../console/fault.mjs";
import { own } from "./owned-processes.mjs";
import { spawnChild } from "./spawn-child.mjs";

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [quiet] keeps the output to itself; `onLine` is then called with each line
 * @property {(line: string) => void} [onLine]
 * @property {string} [cwd] the checkout when absent
 * @property {{ uid?: number, gid?: number }} [as] another user to run it as; not for Node programs
 */

/**
 * Runs a program to its end, as the leader of a process group that is ended when this program ends.
 * @param {string[]} command
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, words: string }>} its exit code, and what it said if quiet
 */
export async function runOwned([program = "", ...args], options = {}) {
  const { env = process.env, quiet = false, onLine, cwd = root, as } = options;
  const out = quiet ? "pipe" : "inherit";
  const isNode = program === process.execPath;
  const child = own(
    isNode
      ? spawnChild(args, env, out)
      : spawn(program, args, { ...as, cwd, env, detached: true, stdio: ["ignore", out, out] }),
  );
  /** @type {string[]} */
  const lines = [];
  for (const input of [child.stdout, child.stderr].filter((stream) => stream !== null)) {
    createInterface({ input }).on("line", (line) => {
      lines.push(line);
      if (line.trim()) onLine?.(line.trim());
    });
  }
  /** @type {number} */
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (number) => resolve(number ?? 1));
  });
  return { code, words: lines.join("\n") };
}

/** Arguments that let Node run a TypeScript program of ours. @param {string} script @param {string[]} args */
export const typescript = (script, ...args) => [process.execPath, "--import", "tsx", script, ...args];

/**
 * Runs a step's program quietly; its words are shown only when it fails.
 * @param {string[]} command
 * @param {RunOptions} [options]
 * @returns {Promise<string>} what it said
 */
export async function runQuietly(command, options = {}) {
  const { code, words } = await runOwned(command, { ...options, quiet: true });
  if (code !== 0) throw new Fault(`${command.slice(1).join(" ")} failed:\n${words.trim()}`);
  return words;
}
