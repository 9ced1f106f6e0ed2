import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { step } from "../console/step.mjs";
import { runQuietly } from "../processes/run.mjs";
import { distDir, inModules, root } from "./paths.mjs";

const stamp = path.join(distDir, ".built-from");
const places = [
  ...["app", "server", "db", "public", "next.config.mjs", "tsconfig.json", "package-lock.json"],
  // What next.config.mjs works with: which words go with which page, and the headers of answers.
  ...["bin/operation/page-words", "bin/operation/processes/answer-headers.mjs"],
];

/** @returns {boolean} whether the last build was made from the sources as they are */
export const isBuilt = () => existsSync(stamp) && readFileSync(stamp, "utf8") === hashOf(places);

/** Builds the production server, unless that was done already. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  rmSync(stamp, { force: true });
  await step("Building", async () => {
    /** @type {NodeJS.ProcessEnv} */
    const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    await runQuietly([process.execPath, inModules("next", "dist", "bin", "next"), "build"], { env });
    // Only now: the build itself may complete tsconfig.json.
    writeFileSync(stamp, hashOf(places));
  });
}

/** One hash over names and contents; tests are no part of the build. @param {string[]} starts */
function hashOf(starts) {
  const hash = createHash("sha256");
  /** @param {string} relative */
  const add = (relative) => {
    const file = path.join(root, relative);
    if (!existsSync(file) || /\.test\.tsx?$/.test(relative)) return;
    const inside = readdirOrNull(file);
    if (inside) for (const name of inside) add(path.join(relative, name));
    else hash.update(relative).update("\0").update(readFileSync(file)).update("\0");
  };
  for (const start of starts) add(start);
  return hash.digest("hex");
}

/** @param {string} file */
function readdirOrNull(file) {
  try {
    return readdirSync(file).sort();
  } catch {
    return null;
  }
}
