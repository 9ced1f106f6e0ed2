import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { settle, writeDown } from "../../../db/encryption/durable-file.mjs";
import { dataDir } from "../checkout/paths.mjs";
import { codeOf, Fault } from "../console/fault.mjs";

const prefix = "zhongtiao-backup-key-1 ";

/** @typedef {{ id: string, secret: Buffer }} BackupKey `id` names the key and tells nothing of it; 256 bits */

/** @param {Buffer} secret @returns {BackupKey} */
const keyOf = (secret) => ({
  id: createHash("sha256").update("zhongtiao backup key id").update(secret).digest("hex").slice(0, 16),
  secret,
});

/**
 * The key of backups: in the file that `--key` or ZHONGTIAO_BACKUP_KEY names.
 * @param {string | undefined} named by `--key`
 * @returns {{ file: string, key: BackupKey }}
 */
export function readBackupKey(named) {
  const file = named ?? process.env.ZHONGTIAO_BACKUP_KEY;
  if (!file)
    throw new Fault(
      "No key is named. Make one once, outside of this folder and of the backups: " +
        "npm run db:backup -- --new-key <file>; then name it by --key <file> or ZHONGTIAO_BACKUP_KEY=<file>",
    );
  let text;
  try {
    text = readFileSync(file, "utf8").trim();
    if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0)
      throw new Fault(`Other users may read the key ${file}. Close it first: chmod 600 ${file}`);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault(`The key ${file} cannot be read (${codeOf(error)}).`);
  }
  const secret = Buffer.from(text.slice(prefix.length), "base64url");
  if (!text.startsWith(prefix) || secret.length !== 32) throw new Fault(`${file} is not a key of backups.`);
  return { file, key: keyOf(secret) };
}

/**
 * Makes a new key; never writes over a file.
 * @param {string} file
 * @returns {BackupKey}
 */
export function makeBackupKey(file) {
  const place = path.resolve(file);
  demandApart(place, dataDir, "the database");
  const secret = randomBytes(32);
  mkdirSync(path.dirname(place), { recursive: true });
  try {
    writeDown(place, `${prefix}${secret.toString("base64url")}\n`);
    settle(place);
  } catch (error) {
    throw new Fault(
      codeOf(error) === "EEXIST"
        ? `${place} is there already, and a lost key cannot be made again: it is left as it is.`
        : `The key ${place} cannot be written (${codeOf(error)}).`,
    );
  }
  return keyOf(secret);
}

/**
 * Whoever finds a backup must not find its key beside it.
 * @param {string} file of the key
 * @param {string} folder
 * @param {string} what is in that folder
 */
export function demandApart(file, folder, what) {
  const inside = path.relative(real(folder), path.join(real(path.dirname(file)), path.basename(file)));
  if (inside.startsWith("..") || path.isAbsolute(inside)) return;
  throw new Fault(`The key ${file} may not be kept with ${what} (${folder}): whoever took one would have both.`);
}

/** @param {string} place */
const real = (place) => (existsSync(place) ? realpathSync(place) : path.resolve(place));
