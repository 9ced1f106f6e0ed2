import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { dataDir } from "../checkout/paths.mjs";
import { codeOf } from "../console/fault.mjs";

/** @typedef {{ name: string, bytes: Buffer }} CertificateFile key and certificate of a seal, or the authority's certificate */

/** Where web and worker keep them too. @param {string} [named] by a flag */
export const certificatesFolder = (named) =>
  path.resolve(named || process.env.ZHONGTIAO_CERTIFICATES || path.join(dataDir, "certificates"));

const authorityKey = "authority-key.pem";
const isOurs = (/** @type {string} */ name) => /^(authority|authority-key|[0-9a-f-]{36})\.pem$/.test(name);

/** What stands for all of them in a table of contents. @param {readonly CertificateFile[]} files */
export function certificatesHash(files) {
  const hash = createHash("sha256");
  for (const { name, bytes } of files) hash.update(`${name} ${createHash("sha256").update(bytes).digest("hex")}\n`);
  return hash.digest("hex");
}

/** The keys and certificates of seals in a folder, by name. @param {string} folder @returns {Promise<CertificateFile[]>} */
export async function readCertificates(folder) {
  const names = await readdir(folder).catch((error) => {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  });
  const files = [];
  for (const name of names.filter(isOurs).sort()) files.push({ name, bytes: await readFile(path.join(folder, name)) });
  return files;
}

/**
 * Puts keys and certificates back. Those of the same authority that are there stay, because they may be newer; where another
 * authority's are there, the folder gets another name first, and nothing in it is lost.
 * @param {string} folder @param {readonly CertificateFile[]} files @param {Date} now
 * @returns {Promise<{ put: number, aside: string | null }>}
 */
export async function putCertificates(folder, files, now) {
  const brought = files.filter(({ name }) => isOurs(name));
  const here = await readCertificates(folder);
  const aside = isOfOther(here, brought) ? `${folder}.before-${now.toISOString().replaceAll(/[:.]/g, "-")}` : null;
  if (aside) await rename(folder, aside);
  let put = 0;
  for (const { name, bytes } of brought) {
    const place = path.join(folder, name);
    if (existsSync(place)) continue;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeWhole(place, bytes);
    put += 1;
  }
  return { put, aside };
}

/** @param {readonly CertificateFile[]} here @param {readonly CertificateFile[]} brought */
function isOfOther(here, brought) {
  const [own, theirs] = [here, brought].map((files) => files.find(({ name }) => name === authorityKey)?.bytes);
  return here.length > 0 && theirs !== undefined && !own?.equals(theirs);
}

/** @param {string} place @param {Buffer} bytes */
async function writeWhole(place, bytes) {
  await rm(`${place}.part`, { force: true });
  const handle = await open(`${place}.part`, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${place}.part`, place);
}
