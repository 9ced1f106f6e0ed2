import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { readSealed } from "../backup/read-backup.mjs";
import { codeOf, Fault } from "../console/fault.mjs";
import { namesIn, placesIn } from "./archive-places.mjs";
import { settle, writeGrowing } from "./sealed-file.mjs";
import { shipCertificates } from "./ship-certificates.mjs";

/**
 * Carries what waits in the spool into the archive, encrypted, and read back before the spool's copy is removed. Papers and
 * the keys of seals go first: they are stored before their rows are written, so that an archive that holds a row holds its paper. May run
 * in two programs at once.
 * @param {string} spool
 * @param {string} papers the folder of the file store
 * @param {Pick<import("./archive-settings.mjs").Archive, "folder" | "key" | "certificates">} archive
 * @returns {Promise<number>} how many segments were carried
 */
export async function shipSegments(spool, papers, { folder, key, certificates }) {
  demandPlace(spool, folder);
  const waiting = (await namesIn(spool)).filter((name) => !name.startsWith("."));
  await shipPapers(papers, { folder, key });
  if (certificates) await shipCertificates(certificates, { folder, key });
  for (const name of waiting) {
    const plain = path.join(spool, name);
    try {
      await shipOne({ plain, place: placesIn(folder).segments, name, kind: "segment", key });
    } catch (error) {
      // Another program carried it meanwhile.
      if (codeOf(error) === "ENOENT" && !existsSync(plain)) continue;
      throw error;
    }
    await rm(plain, { force: true });
  }
  return waiting.length;
}

/**
 * Fails when the archive is not there. An empty folder where an archive has been is a disk that is not mounted: what is
 * written there lies on this disk, and later under the mounted one.
 * @param {string} spool @param {string} folder
 */
function demandPlace(spool, folder) {
  if (!existsSync(folder))
    throw new Fault(`The archive ${folder} is not there. Make the folder first, or mount its disk.`);
  const note = path.join(spool, ".archive");
  const begun = existsSync(note) ? readFileSync(note, "utf8").trim() : "";
  const { segments } = placesIn(folder);
  if (begun === folder && !existsSync(segments))
    throw new Fault(`The archive ${folder} is empty, and it was not before. Is its disk mounted?`);
  if (begun === folder) return;
  mkdirSync(segments, { recursive: true });
  writeFileSync(note, `${folder}\n`);
}

/**
 * Carries the papers that the archive has not got.
 * @param {string} papers @param {Pick<import("./archive-settings.mjs").Archive, "folder" | "key">} archive
 */
async function shipPapers(papers, { folder, key }) {
  for (const county of await namesIn(papers)) {
    const place = path.join(placesIn(folder).papers, county);
    const have = new Set(await namesIn(place));
    for (const start of await namesIn(path.join(papers, county)))
      for (const name of await readdir(path.join(papers, county, start)).catch(() => []))
        if (/^[0-9a-f]{64}$/.test(name) && !have.has(`${name}.paper`))
          await shipOne({ plain: path.join(papers, county, start, name), place, name, kind: "paper", key }).catch(
            (error) => {
              // Bytes that no row names may be removed at any time.
              if (codeOf(error) !== "ENOENT") throw error;
            },
          );
  }
}

/** @param {{ plain: string, place: string, name: string, kind: "segment" | "paper", key: import("../backup/key-file.mjs").BackupKey }} one */
async function shipOne({ plain, place, name, kind, key }) {
  const file = path.join(place, `${name}.${kind}`);
  if (!existsSync(file)) {
    const growing = await writeGrowing(place, key, { kind, name }, createReadStream(plain));
    try {
      await demandSame(growing, plain, { kind, name, key });
      await settle(growing, file);
    } finally {
      await rm(growing, { force: true });
    }
    return;
  }
  await demandSame(file, plain, { kind, name, key });
}

/** @param {string} file @param {string} plain @param {{ kind: "segment" | "paper", name: string, key: import("../backup/key-file.mjs").BackupKey }} what */
async function demandSame(file, plain, { key, ...what }) {
  const other = createReadStream(plain)[Symbol.asyncIterator]();
  let rest = Buffer.alloc(0);
  const differs = () =>
    new Fault(
      `${file} is in the archive already with other bytes: it belongs to another database. Name another folder.`,
    );
  for await (const bytes of readSealed(file, key, what)) {
    while (rest.length < bytes.length) {
      const { value, done } = await other.next();
      if (done) throw differs();
      rest = Buffer.concat([rest, value]);
    }
    if (!rest.subarray(0, bytes.length).equals(bytes)) throw differs();
    rest = rest.subarray(bytes.length);
  }
  if (rest.length > 0 || !(await other.next()).done) throw differs();
}
