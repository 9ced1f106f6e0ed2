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
export async function* readBackup(file, key) {
  const { bytes, head, salt } = await readHead(file);
  if (head.keyId !== key.id)
    throw new Fault(`The backup needs the key ${head.keyId}, and this is the key ${key.id}: it was made with another.`);
  const sealed = createReadStream(file, { start: bytes.length });
  const plain = Readable.from(unseal(sealed, chunkKey(key.secret, salt, bytes)), { objectMode: false });
  const unpacked = createGunzip();
  plain.on("error", (error) => unpacked.destroy(error));
  plain.pipe(unpacked);
  try {
    yield* decodeRecords(unpacked);
  } finally {
    for (const stream of [unpacked, plain, sealed]) stream.destroy();
  }
}
