import { readSealed } from "../backup/read-backup.mjs";
import { decodeRecords } from "../backup/records.mjs";
import { Fault } from "../console/fault.mjs";

/**
 * @typedef {object} Taker what becomes of a base copy while it is read; nothing by default
 * @property {(relative: string) => Promise<void>} folder
 * @property {(relative: string, bytes: AsyncIterable<Buffer>) => Promise<void>} file
 */

/**
 * Reads a whole base copy and gives what it says of itself; fails when anything of it is missing or altered.
 * @param {string} file
 * @param {import("../backup/key-file.mjs").BackupKey} key
 * @param {Taker} [taker]
 * @returns {Promise<import("../backup/records.mjs").BaseContents>}
 */
export async function readBase(file, key, taker) {
  const records = decodeRecords(readSealed(file, key, { kind: "base" }));
  let [files, bytes] = [0, 0];
  /** @returns {AsyncGenerator<Buffer>} */
  async function* data() {
    for (;;) {
      const { value: record } = await records.next();
      if (record?.kind === "end") return;
      if (record?.kind !== "data") throw new Fault("The base copy ends within a file.");
      bytes += record.bytes.length;
      yield record.bytes;
    }
  }
  try {
    for (;;) {
      const { value: record } = await records.next();
      if (record?.kind === "folder") await taker?.folder(demandInside(record.value.path));
      else if (record?.kind === "file") {
        files += 1;
        const content = data();
        await taker?.file(demandInside(record.value.path), content);
        for await (const _ of content);
      } else if (record?.kind === "base") {
        if (record.value.files !== files || record.value.bytes !== bytes || !(await records.next()).done)
          throw new Fault("The base copy is not what its table of contents says.");
        return record.value;
      } else throw new Fault("The base copy has no table of contents.");
    }
  } finally {
    await records.return(undefined);
  }
}

/** @param {string} relative */
function demandInside(relative) {
  if (relative.startsWith("/") || relative.split("/").includes(".."))
    throw new Fault(`The base copy names a file outside of it: ${relative}`);
  return relative;
}
