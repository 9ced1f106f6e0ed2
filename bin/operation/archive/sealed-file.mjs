import { existsSync } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { newHead } from "../backup/head.mjs";
import { chunkKey, seal } from "../backup/sealed-chunks.mjs";
import { Fault } from "../console/fault.mjs";

/**
 * Packs and encrypts what `source` gives into a new file that has no name of its own yet; on the disk when it returns.
 * @param {string} folder
 * @param {import("../backup/key-file.mjs").BackupKey} key
 * @param {{ kind: import("../backup/head.mjs").SealedKind, name?: string }} what
 * @param {AsyncIterable<Buffer>} source
 * @returns {Promise<string>} the file
 */
export async function writeGrowing(folder, key, what, source) {
  await mkdir(folder, { recursive: true });
  const growing = path.join(folder, `.${what.name ?? what.kind}.${process.pid}.part`);
  const handle = await open(growing, "w", 0o600);
  try {
    const { bytes, salt } = newHead(key.id, new Date(), what);
    await handle.write(bytes);
    await pipeline(
      Readable.from(source, { objectMode: false }),
      createGzip({ level: 3 }),
      async (/** @type {AsyncIterable<Buffer>} */ packed) => {
        for await (const piece of seal(packed, chunkKey(key.secret, salt, bytes))) await handle.writeFile(piece);
      },
    );
    await handle.sync();
    await handle.close();
    return growing;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(growing, { force: true });
    throw error;
  }
}

/**
 * Gives a grown file its name, never over another; the name is on the disk when it returns.
 * @param {string} growing @param {string} file
 */
export async function settle(growing, file) {
  if (existsSync(file)) throw new Fault(`${file} is there already and is not overwritten.`);
  await rename(growing, file);
  const folder = await open(path.dirname(file), "r");
  await folder.sync().finally(() => folder.close());
}
