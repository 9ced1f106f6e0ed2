import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { logDir, root } from "../checkout/paths.mjs";
import { endGroup, own } from "./owned-processes.mjs";
import { spawnChild } from "./spawn-child.mjs";

const crashesAllowed = 5;
const windowMs = 60_000;

/** Counts crashes; `next` gives the pause before the next try in ms, or null when it is time to give up. */
export function restartPauses() {
  /** @type {number[]} */
  let crashes = [];
  return {
    next() {
      const now = Date.now();
      crashes = [...crashes.filter((at) => now - at < windowMs), now];
      return crashes.length >= crashesAllowed ? null : Math.min(250 * 2 ** (crashes.length - 1), 4_000);
    },
  };
}

/**
 * Keeps a Node program running: starts it again when it crashes, more slowly each time, and gives up
 * after five crashes in a minute.
 * @param {string} name also of its log file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {(reason: string) => void} giveUp
 * @param {{ show?: boolean, logFolder?: string, isNoted?: boolean, as?: { uid?: number, gid?: number } }} [options]
 *   `show` prints what it says instead of keeping a log; `isNoted` lets the next start find it after a crash; `as` is
 *   the user it runs as
 */
export function supervise(name, args, env, giveUp, { show = false, logFolder = logDir, isNoted = true, as } = {}) {
  const log = path.join(logFolder, `${name}.log`);
  mkdirSync(logFolder, { recursive: true });
  if (existsSync(log)) renameSync(log, `${log}.previous`);
  const { next } = restartPauses();
  let isEnding = false;
  /** @type {import("node:child_process").ChildProcess} */
  let child;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  const launch = () => {
    const sink = openSync(log, "a", 0o600);
    // The fourth descriptor is the supervisor's pipe: it closes when this process ends in any way.
    child = spawnChild(args, env, show ? "inherit" : sink, as);
    own(child, isNoted ? name : undefined);
    closeSync(sink);
    child.once("exit", (code, signal) => {
      if (isEnding) return;
      // Other processes of its group may have survived the crash and would keep the port.
      void endGroup(child.pid, 0);
      const pause = next();
      const reason = `${name} ended with ${signal ?? code}`;
      if (pause === null)
        return giveUp(`${reason}, for the ${crashesAllowed}th time in a minute. Its last words:\n${lastWords(log)}`);
      process.stderr.write(`! ${reason}; starting it again (log: ${path.relative(root, log)})\n`);
      timer = setTimeout(launch, pause);
    });
  };
  launch();
  return {
    /** @returns {number | undefined} of the one that runs now */
    pid: () => child.pid,
    lastWords: () => (show ? "" : lastWords(log)),
    /** Ends it. @param {number} graceMs before force */
    async stop(graceMs) {
      isEnding = true;
      clearTimeout(timer);
      await endGroup(child.pid, graceMs);
    },
  };
}

/** @param {string} log @returns {string} */
function lastWords(log) {
  return readFileSync(log, "utf8").trim().split("\n").slice(-15).join("\n");
}
