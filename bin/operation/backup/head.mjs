import { randomBytes } from "node:crypto";
import { open } from "node:fs/promises";
import { codeOf, Fault } from "../console/fault.mjs";

// A backup begins with two readable lines: what it is, and which key opens it. All else is encrypted.
const format = 1;
const magic = "zhongtiao-backup ";
const longest = 4096;

/** @typedef {{ keyId: string, salt: string, madeAt: string }} Head */

/** @param {string} keyId @param {Date} madeAt @returns {{ bytes: Buffer, salt: Buffer }} */
export function newHead(keyId, madeAt) {
  const salt = randomBytes(32);
  const head = { keyId, salt: salt.toString("base64url"), madeAt: madeAt.toISOString() };
  return { bytes: Buffer.from(`${magic}${format}\n${JSON.stringify(head)}\n`), salt };
}

/**
 * Reads the head of a backup.
 * @param {string} file
 * @returns {Promise<{ bytes: Buffer, head: Head, salt: Buffer }>}
 */
export async function readHead(file) {
  const start = await firstBytes(file);
  const first = start.indexOf(10);
  const second = start.indexOf(10, first + 1);
  const title = start.subarray(0, Math.max(first, 0)).toString("latin1");
  if (!title.startsWith(magic) || second < 0) throw new Fault(`${file} is not a backup of Zhongtiao.`);
  if (title !== `${magic}${format}`)
    throw new Fault(`${file} was written in format ${title.slice(magic.length)}, and this program reads ${format}.`);
  try {
    /** @type {Head} */
    const head = JSON.parse(start.subarray(first + 1, second).toString("utf8"));
    return { bytes: start.subarray(0, second + 1), head, salt: Buffer.from(head.salt, "base64url") };
  } catch {
    throw new Fault(`The first lines of ${file} were altered.`);
  }
}

/** @param {string} file */
async function firstBytes(file) {
  try {
    const handle = await open(file, "r");
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(longest), 0, longest, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new Fault(`The backup ${file} cannot be read (${codeOf(error)}).`);
  }
}
