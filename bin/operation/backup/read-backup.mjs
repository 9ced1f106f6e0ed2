import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Fault } from "../console/fault.mjs";
import { readHead } from "./head.mjs";
import { decodeRecords } from "./records.mjs";
import { chunkKey, unseal } from "./sealed-chunks.mjs";

/**
 * The records of a backup, one after the other; memory does not grow with the file.
 * @param {string} file
 * @param {import("./key-file.mjs").BackupKey} key
 * @returns {AsyncGenerator<import("./records.mjs").BackupRecord>}
 */
export const readBackup = (file, key) => decodeRecords(readSealed(file, key));

/**
 * What a sealed file holds, decrypted and unpacked; fails when it was altered, cut off or put under another name.
 * @param {string} file
 * @param {import("./key-file.mjs").BackupKey} key
 * @param {{ kind?: import("./head.mjs").SealedKind, name?: string }} [what]
 * @returns {AsyncGenerator<Buffer>}
 */
export async function* readSealed(file, key, { kind = "backup", name } = {}) {
  const { bytes, head, salt } = await readHead(file, kind);
  if (head.keyId !== key.id)
    throw new Fault(`The backup needs the key ${head.keyId}, and this is the key ${key.id}: it was made with another.`);
  if (head.name !== name) throw new Fault(`${file} was written as ${head.name}: it was put in another's place.`);
  const sealed = createReadStream(file, { start: bytes.length });
  const plain = Readable.from(unseal(sealed, chunkKey(key.secret, salt, bytes)), { objectMode: false });
  const unpacked = createGunzip();
  plain.on("error", (error) => unpacked.destroy(error));
  plain.pipe(unpacked);
  try {
    yield* unpacked;
  } finally {
    for (const stream of [unpacked, plain, sealed]) stream.destroy();
  }
}
