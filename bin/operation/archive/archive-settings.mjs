import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { certificatesFolder } from "../backup/certificate-files.mjs";
import { demandApart, readBackupKey } from "../backup/key-file.mjs";
import { dataDir } from "../checkout/paths.mjs";
import { Fault } from "../console/fault.mjs";

/** Seconds after which a segment that is not full is closed and archived: so much is lost with the machine at most. */
const secondsAtMost = 60;
/** Base copies that are kept where ZHONGTIAO_ARCHIVE_BASES names no number. */
const basesKept = 4;

/** @typedef {{ folder: string, key: import("../backup/key-file.mjs").BackupKey, bases: number, certificates?: string }} Archive
 * `certificates`: the folder of the keys of seals that are carried there */

/**
 * The archive that ZHONGTIAO_ARCHIVE names, with the key of backups; null when there is none.
 * @param {{ folder?: string, key?: string }} [named] by flags, before the settings
 * @returns {Archive | null}
 */
export function namedArchive(named = {}) {
  const folder = named.folder || process.env.ZHONGTIAO_ARCHIVE;
  if (!folder) return null;
  const { file, key } = readBackupKey(named.key);
  const place = path.resolve(folder);
  demandApart(file, place, "the archive");
  demandApart(file, dataDir, "the database");
  const bases = Number(process.env.ZHONGTIAO_ARCHIVE_BASES || basesKept);
  if (!Number.isInteger(bases) || bases < 1)
    throw new Fault(`ZHONGTIAO_ARCHIVE_BASES is "${process.env.ZHONGTIAO_ARCHIVE_BASES}"; it has to be 1 or more.`);
  return { folder: place, key, bases, certificates: certificatesFolder() };
}

/**
 * Where the server puts the segments that it has closed, until they are in the archive: beside the cluster, on the same
 * disk, so that no connection to elsewhere holds the server up, and in a folder of the server's own user, who need not
 * be able to read our key.
 * @param {string} clusterDir
 */
export const spoolOf = (clusterDir) => `${clusterDir}-segments`;

/** Where the papers are stored. @param {string} [named] by a flag */
export const papersFolder = (named) =>
  path.resolve(named || process.env.ZHONGTIAO_FILES || path.join(dataDir, "files"));

/**
 * Settings under which the server archives into its spool; none where no archive is named and none ever was. Once begun
 * it goes on without the setting too, because a gap makes everything behind it useless.
 * @param {string} clusterDir
 * @param {{ uid?: number, gid?: number }} as the server's user
 * @returns {Record<string, string>}
 */
export function archiveSettings(clusterDir, as) {
  const spool = spoolOf(clusterDir);
  if (!process.env.ZHONGTIAO_ARCHIVE && !existsSync(spool)) return {};
  if (process.platform === "win32") throw new Fault("ZHONGTIAO_ARCHIVE needs a shell, which Windows has not got.");
  demandShell();
  makeSpool(spool, as);
  return spoolSettings(spool);
}

/** @param {string} spool @param {{ uid?: number, gid?: number }} as */
export function makeSpool(spool, as) {
  mkdirSync(spool, { recursive: true, mode: 0o700 });
  if (as.uid !== undefined && as.gid !== undefined) chownSync(spool, as.uid, as.gid);
}

/** @param {string} spool @returns {Record<string, string>} */
export function spoolSettings(spool) {
  if (/['"$`\\%]/.test(spool)) throw new Fault(`The folder ${spool} has a sign in its name that a shell would read.`);
  const to = `"${spool}/%f"`;
  // A segment whose copy is there already was archived before a crash: the same is fine, another is refused. The copy
  // is whole and on the disk before it gets its name.
  const command =
    `if [ -e ${to} ]; then cmp -s "%p" ${to}; ` +
    `else cp "%p" "${spool}/.%f" && sync "${spool}/.%f" && mv "${spool}/.%f" ${to} && sync "${spool}"; fi`;
  return { archive_mode: "on", archive_command: command, archive_timeout: String(secondsAtMost) };
}

/** Fails where a program that the server's shell needs is missing. */
function demandShell() {
  const missing = ["cp", "cmp", "mv", "sync"].filter(
    (name) => spawnSync("sh", ["-c", `command -v ${name}`]).status !== 0,
  );
  if (missing.length > 0) throw new Fault(`ZHONGTIAO_ARCHIVE needs ${missing.join(", ")}, which is not installed.`);
}
