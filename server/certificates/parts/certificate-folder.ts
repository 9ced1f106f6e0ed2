import { createPrivateKey, type KeyObject, randomBytes, X509Certificate } from "node:crypto";
import { link, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { authorityCertificate, keyPem, newKey, sealCertificate } from "./issue-certificate";
import type { Signer } from "./signed-data";

/** Where keys and certificates of seals lie: `.data/certificates`, or the folder a setting names. Never in the database. */
export const certificateFolder = (): string =>
  process.env.ZHONGTIAO_CERTIFICATES || path.resolve(".data", "certificates");

export const authorityFile = "authority.pem";
const authorityWords = { name: "众调签章证书颁发机构（本机）", unit: "众调" };
const [authorityYears, committeeYears] = [30, 5];
/** Of the keys: an authority stays for long, the others are followed by new ones. */
const [authorityBits, committeeBits] = [3072, 2048];
/** A certificate is followed by another before it ends. */
const renewedDays = 60;
const day = 86_400_000;

interface Pair {
  key: KeyObject;
  certificate: X509Certificate;
}

/** Whose seal it is. */
export interface Sealer {
  committeeId: string;
  name: string;
}

/**
 * The keys and certificates of an installation that has none from elsewhere: an authority of its own, made on first use, and
 * one certificate for each committee that seals, with the committee's name. Key and certificate are one file that its owner alone
 * reads; what others need for checking, the authority's certificate, lies beside it. Another process may do the same at the
 * same time: the first to end counts.
 */
export async function folderSigner(folder: string, { committeeId, name }: Sealer, now: Date): Promise<Signer> {
  if (!/^[0-9a-f-]{36}$/.test(committeeId)) throw new Error("no id of a committee");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const authority = await authorityIn(folder, now);
  const place = path.join(folder, `${committeeId}.pem`);
  const kept = await readPair(place);
  const isFit =
    kept &&
    isOf(kept.certificate, name) &&
    new Date(kept.certificate.validTo).getTime() > now.getTime() + renewedDays * day;
  const own = isFit && kept.certificate.verify(authority.certificate.publicKey) ? kept : await issue();
  return { key: own.key, chain: [own.certificate, authority.certificate] };

  async function issue(): Promise<Pair> {
    const key = await newKey(committeeBits);
    const certificate = sealCertificate({ subject: { name, unit: name }, key, now, years: committeeYears }, authority);
    await writePair(place, { key, certificate }, kept ? "replace" : "first");
    return (await readPair(place)) ?? { key, certificate };
  }
}

/** Makes the authority where there is none yet; the worker calls it when it starts. */
export async function authorityIn(folder: string, now: Date): Promise<Pair> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const place = path.join(folder, "authority-key.pem");
  const authority = (await readPair(place)) ?? (await made());
  // Also where a stop came between the two, or the key alone was put back from a safe.
  const handedOut = path.join(folder, authorityFile);
  if ((await orNull(stat(handedOut))) === null)
    await writeWhole(handedOut, authority.certificate.toString(), "replace");
  return authority;

  async function made(): Promise<Pair> {
    const key = await newKey(authorityBits);
    const certificate = authorityCertificate({ subject: authorityWords, key, now, years: authorityYears });
    await writePair(place, { key, certificate }, "first");
    return (await readPair(place)) ?? { key, certificate };
  }
}

/** The certificate of the authority of this installation, for whoever checks; null where none was made. */
export async function authorityOf(folder: string): Promise<X509Certificate | null> {
  const pem = await orNull(readFile(path.join(folder, authorityFile), "utf8"));
  return pem === null ? null : new X509Certificate(pem);
}

const isOf = ({ subject }: X509Certificate, name: string): boolean => subject.split("\n").includes(`CN=${name}`);

async function readPair(place: string): Promise<Pair | null> {
  const pem = await orNull(readFile(place, "utf8"));
  if (pem === null) return null;
  if (process.platform !== "win32" && ((await stat(place)).mode & 0o077) !== 0)
    throw new Error(`Other users may read the key in ${place}. Close it first: chmod 600 ${place}`);
  return { key: createPrivateKey(pem), certificate: new X509Certificate(pem) };
}

const writePair = (place: string, { key, certificate }: Pair, how: "first" | "replace"): Promise<void> =>
  writeWhole(place, `${keyPem(key)}${certificate.toString()}`, how);

/**
 * Whole or not at all, also after a power cut: written beside, down to the disk, and then given its name, which another process may
 * have taken first.
 */
async function writeWhole(place: string, text: string, how: "first" | "replace"): Promise<void> {
  const beside = `${place}.${randomBytes(6).toString("hex")}.part`;
  await writeFile(beside, text, { mode: 0o600, flag: "wx", flush: true });
  if (how === "replace") return rename(beside, place);
  await link(beside, place).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(beside);
}

const orNull = <T>(reading: Promise<T>): Promise<T | null> =>
  reading.catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
