import { randomBytes } from "node:crypto";
import { open } from "node:fs/promises";
import { codeOf, Fault } from "../console/fault.mjs";

// A sealed file begins with two readable lines: what it is, and which key opens it. All else is encrypted.
const format = 1;
const longest = 4096;

/**
 * A backup; and in an archive a copy of the cluster, a segment of the write-ahead log, a paper, the key of a seal.
 * @typedef {"backup" | "base" | "segment" | "paper" | "certificate"} SealedKind
 * @typedef {{ keyId: string, salt: string, madeAt: string, name?: string }} Head `name` binds a file of an archive to its place
 */

/** @type {Record<SealedKind, string>} */
const words = {
  backup: "backup",
  base: "base copy",
  segment: "segment",
  paper: "paper of an archive",
  certificate: "certificate of an archive",
};

/**
 * @param {string} keyId
 * @param {Date} madeAt
 * @param {{ kind?: SealedKind, name?: string }} [what]
 * @returns {{ bytes: Buffer, salt: Buffer }}
 */
export function newHead(keyId, madeAt, { kind = "backup", name } = {}) {
  const salt = randomBytes(32);
  const head = { keyId, salt: salt.toString("base64url"), madeAt: madeAt.toISOString(), name };
  return { bytes: Buffer.from(`zhongtiao-${kind} ${format}\n${JSON.stringify(head)}\n`), salt };
}

/**
 * Reads the head of a sealed file.
 * @param {string} file
 * @param {SealedKind} [kind]
 * @returns {Promise<{ bytes: Buffer, head: Head, salt: Buffer }>}
 */
export async function readHead(file, kind = "backup") {
  const magic = `zhongtiao-${kind} `;
  const start = await firstBytes(file);
  const first = start.indexOf(10);
  const second = start.indexOf(10, first + 1);
  const title = start.subarray(0, Math.max(first, 0)).toString("latin1");
  if (!title.startsWith(magic) || second < 0) throw new Fault(`${file} is not a ${words[kind]} of Zhongtiao.`);
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
    throw new Fault(`The file ${file} cannot be read (${codeOf(error)}).`);
  }
}
