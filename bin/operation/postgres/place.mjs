import { spawnSync } from "node:child_process";
import path from "node:path";
import { dataDir } from "../checkout/paths.mjs";
import { Fault } from "../console/fault.mjs";
import { account, barredFolder } from "./account.mjs";
import { binaries } from "./binaries.mjs";
import { clusterElsewhere, copyOfPrograms, newClusterElsewhere } from "./elsewhere.mjs";

const ownServer =
  "name a PostgreSQL server of version 15 or newer: DATABASE_URL=postgres://user:password@host/database";

/**
 * The server programs and the user they run as; fails when they do not run on this machine.
 * @returns {{ postgres: string, initdb: string, as: { uid?: number, gid?: number } }}
 */
export function serverPrograms() {
  const as = account();
  let { native } = binaries();
  const barred = barredFolder(native, as);
  if (barred) {
    try {
      native = copyOfPrograms(native);
    } catch {
      throw noEntry(barred);
    }
  }
  const initdb = path.join(native, "bin", "initdb");
  const postgres = path.join(native, "bin", "postgres");
  const probe = spawnSync(postgres, ["--version"], { ...as, cwd: "/", encoding: "utf8" });
  if (probe.status === 0) return { initdb, postgres, as };
  const reason = (probe.stderr || probe.error?.message || "no reason given").trim();
  throw new Fault(`The PostgreSQL that npm brought does not run here: ${reason}\nInstead, ${ownServer}`);
}

/**
 * The folder of this checkout's cluster: in `.data`, unless the server's user may not enter it.
 * @param {{ uid?: number, gid?: number }} as
 * @returns {string}
 */
export function clusterFolder(as) {
  const elsewhere = clusterElsewhere();
  if (elsewhere) return elsewhere;
  const barred = barredFolder(dataDir, as);
  if (!barred) return path.join(dataDir, "pg");
  try {
    return newClusterElsewhere();
  } catch {
    throw noEntry(barred);
  }
}

/** @param {string} folder */
const noEntry = (folder) =>
  new Fault(
    `PostgreSQL refuses to run as root, so it runs as the user 'postgres', and that user may not enter ${folder}. ` +
      "Either move this folder to a place every user may read (for instance under /srv or /opt), " +
      `or open the way (chmod o+x ${folder}), or start as an ordinary user, or ${ownServer}`,
  );
