import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Fault } from "../console/fault.mjs";
import { runOwned } from "../processes/run.mjs";

/**
 * Makes a new cluster in `dir`, unless one is there. It is built under another name and renamed when complete,
 * so that an interrupted run leaves no incomplete cluster.
 * Chinese names sort by pinyin (ICU), while upper and lower case follow plain C.
 * @param {{ initdb: string, postgres: string, as: { uid?: number, gid?: number } }} programs
 * @param {string} dir
 * @param {string} password of the superuser `postgres`
 */
export async function createCluster({ initdb, postgres, as }, dir, password) {
  if (existsSync(path.join(dir, "PG_VERSION"))) return demandSameVersion(postgres, dir);
  const growing = `${dir}.new`;
  const passwordFile = `${dir}.password`;
  rmSync(growing, { recursive: true, force: true });
  mkdirSync(growing, { recursive: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (as.uid !== undefined && as.gid !== undefined) {
    chownSync(growing, as.uid, as.gid);
    chownSync(passwordFile, as.uid, as.gid);
  }
  const flags = ["--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8"];
  const collation = ["--locale-provider=icu", "--icu-locale=zh-Hans-CN"];
  const args = [`--pgdata=${growing}`, `--pwfile=${passwordFile}`, ...flags, ...collation];
  try {
    const { code, words } = await runOwned([initdb, ...args], { quiet: true, cwd: "/", as });
    if (code !== 0) throw new Fault(`The database could not be initialised:\n${words.trim()}`);
    renameSync(growing, dir);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(growing, { recursive: true, force: true });
  }
}

/** @param {string} postgres the program @param {string} dir */
function demandSameVersion(postgres, dir) {
  const made = readFileSync(path.join(dir, "PG_VERSION"), "utf8").trim();
  const [, major] = /(\d+)/.exec(execFileSync(postgres, ["--version"], { encoding: "utf8" })) ?? [];
  if (made === major) return;
  throw new Fault(
    `The data in ${dir} was written by PostgreSQL ${made}, and the server here is ${major}. ` +
      "Go back to the packages that wrote it and take the data out, or delete .data to begin anew.",
  );
}
