import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Fault } from "../console/fault.mjs";
import { step } from "../console/step.mjs";
import { runOwned } from "../processes/run.mjs";
import { inModules, root } from "./paths.mjs";

// Inside node_modules, so that it is deleted together with them.
const stamp = inModules(".zhongtiao-installed");
const patches = path.join(root, "patches");

/** Installs the packages exactly as the lock file names them, unless that was done already. */
export async function ensureInstalled() {
  const want = wanted();
  if (read(stamp) === want) return;
  if (!(holdsLock() && isPatched())) await step("Installing packages (about a minute)", npmCi);
  writeFileSync(stamp, want);
}

function wanted() {
  const files = ["package-lock.json", ...readdirSync(patches).map((file) => path.join("patches", file))];
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

/** Whether a person's own `npm install` already brought what the lock file names. */
function holdsLock() {
  const installed = JSON.parse(read(inModules(".package-lock.json")) ?? "{}").packages ?? {};
  const { packages } = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages).every(
    ([place, { version, optional }]) =>
      !place || installed[place]?.version === version || (optional && !installed[place]),
  );
}

function isPatched() {
  return spawnSync(process.execPath, [inModules("patch-package", "index.js")], { cwd: root }).status === 0;
}

async function npmCi() {
  // Tests and the build need the development packages even where NODE_ENV says production.
  const args = ["ci", "--include=dev", "--ignore-scripts=false", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const command = npm?.endsWith(".js") ? [process.execPath, npm, ...args] : ["npm", ...args];
  const { code, words } = await runOwned(command, {
    quiet: true,
    // Patches of development packages are skipped where NODE_ENV says production.
    env: { ...process.env, NODE_ENV: "development" },
  });
  if (code !== 0) throw new Fault(`The packages could not be installed (npm ci):\n${words.trim()}`);
}

/** @param {string} file @returns {string | null} null when it is not there */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
