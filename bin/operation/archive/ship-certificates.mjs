import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { putCertificates, readCertificates } from "../backup/certificate-files.mjs";
import { readHead } from "../backup/head.mjs";
import { readSealed } from "../backup/read-backup.mjs";
import { Fault } from "../console/fault.mjs";
import { namesIn, placesIn } from "./archive-places.mjs";
import { settle, writeGrowing } from "./sealed-file.mjs";

/** @typedef {Pick<import("./archive-settings.mjs").Archive, "folder" | "key">} Place */

/**
 * Carries the keys and certificates of seals that the archive has not got, encrypted. One that follows another stands beside it.
 * @param {string} certificates the folder they are in @param {Place} archive
 */
export async function shipCertificates(certificates, { folder, key }) {
  const place = placesIn(folder).certificates;
  const have = new Set(await namesIn(place));
  for (const one of await readCertificates(certificates)) {
    const name = `${one.name}.${sha256Of(one.bytes)}`;
    if (have.has(`${name}.certificate`)) continue;
    const growing = await writeGrowing(place, key, { kind: "certificate", name }, inOne(one.bytes));
    try {
      await bytesIn(growing, name, key);
      const file = path.join(place, `${name}.certificate`);
      // Another program may have carried it meanwhile.
      if (!existsSync(file)) await settle(growing, file);
    } finally {
      await rm(growing, { force: true });
    }
  }
}

/**
 * Puts those of an archive back, of each the one that came last.
 * @param {string} certificates @param {Place} archive @param {Date} now
 * @returns {Promise<{ put: number, aside: string | null }>}
 */
export async function restoreCertificates(certificates, { folder, key }, now) {
  const place = placesIn(folder).certificates;
  /** @type {Map<string, { madeAt: string, whole: string }>} */
  const newest = new Map();
  for (const each of await namesIn(place)) {
    const [, name = "", sha256] = /^([0-9a-z-]+\.pem)\.([0-9a-f]{64})\.certificate$/.exec(each) ?? [];
    if (!sha256) continue;
    const { head } = await readHead(path.join(place, each), "certificate");
    const known = newest.get(name);
    if (!known || known.madeAt < head.madeAt) newest.set(name, { madeAt: head.madeAt, whole: `${name}.${sha256}` });
  }
  const files = [];
  for (const [name, { whole }] of newest)
    files.push({ name, bytes: await bytesIn(path.join(place, `${whole}.certificate`), whole, key) });
  return putCertificates(certificates, files, now);
}

/** @param {string} file @param {string} name with the hash @param {Place["key"]} key */
async function bytesIn(file, name, key) {
  const parts = [];
  for await (const part of readSealed(file, key, { kind: "certificate", name })) parts.push(part);
  const bytes = Buffer.concat(parts);
  if (!name.endsWith(sha256Of(bytes))) throw new Fault(`${file} does not hold what its name says.`);
  return bytes;
}

/** @param {Buffer} bytes */
async function* inOne(bytes) {
  yield bytes;
}

/** @param {Buffer} bytes */
const sha256Of = (bytes) => createHash("sha256").update(bytes).digest("hex");
