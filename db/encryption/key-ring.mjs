import { createHash, hkdfSync, randomBytes } from "node:crypto";
import { chownSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { settle, writeDown } from "./durable-file.mjs";

/*
 * The keys of encrypted values (docs/adr/0033). They are never in the database: a file that only its owner reads, or a
 * setting. Each line is one key; the last one encrypts, all of them open.
 */

const prefix = "zhongtiao-contact-key-1";
const fileSetting = "ZHONGTIAO_CONTACT_KEY_FILE";
const keysSetting = "ZHONGTIAO_CONTACT_KEYS";

/**
 * @typedef {object} ContactKey
 * @property {string} id eight hexadecimal signs that name the key and tell nothing of it
 * @property {Buffer} secret 256 bits
 */
/**
 * @typedef {object} KeyRing
 * @property {ContactKey[]} keys
 * @property {ContactKey} current encrypts
 * @property {string} where file or setting they were read from, for messages
 */

/** @typedef {Readonly<Record<string, string | undefined>>} Settings */

/** The file with the keys, also when it is not there yet; null where a setting holds the keys themselves. @param {Settings} [env] */
export const keyFile = (env = process.env) =>
  env[keysSetting] ? null : path.resolve(env[fileSetting] || path.join(".data", "contact-keys"));

/** Whether a setting names the keys, so that they are kept where whoever runs the installation wants them. @param {Settings} [env] */
export const namesKeys = (env = process.env) => Boolean(env[keysSetting] || env[fileSetting]);

/**
 * The keys, or null when there is no file. Fails when they are malformed, weak, or open to other users of the machine.
 * @param {Settings} [env]
 * @returns {KeyRing | null}
 */
export function readKeyRing(env = process.env) {
  const file = keyFile(env);
  if (file === null) return ringOf(env[keysSetting] ?? "", `the setting ${keysSetting}`);
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "ENOENT") return null;
    throw new Error(`The file of the contact keys, ${file} (${fileSetting}), cannot be read (${code}).`);
  }
  if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0)
    throw new Error(
      `Other users may read the contact keys in ${file} (${fileSetting}). Close it first: chmod 600 ${file}`,
    );
  return ringOf(text, `${file} (${fileSetting})`);
}

/**
 * @param {string} text
 * @param {string} where
 * @returns {KeyRing}
 */
function ringOf(text, where) {
  const words = text
    .replace(/^\s*#.*$/gm, "")
    .split(/[\s,]+/)
    .filter((word) => word && word !== prefix);
  const keys = words.map((word) => keyOf(word, where));
  const current = keys.at(-1);
  if (!current) throw new Error(`There is no contact key in ${where}.`);
  return { keys, current, where };
}

/** @param {string} word @param {string} where @returns {ContactKey} */
function keyOf(word, where) {
  const secret = Buffer.from(word, "base64url");
  if (secret.length !== 32 || secret.toString("base64url") !== word)
    throw new Error(`A contact key in ${where} is not 32 random bytes written in base64url.`);
  // Of 32 random bytes fewer than 20 differ once in about 10^9; a typed or repeated key has few.
  if (new Set(secret).size < 20)
    throw new Error(`A contact key in ${where} is weak. Make one: npm run db:rekey -- --new-key <file>`);
  const id = createHash("sha256").update("zhongtiao contact key id").update(secret).digest("hex").slice(0, 8);
  return { id, secret };
}

/** All keys as a setting holds them. @param {KeyRing} ring */
export const keyLines = ({ keys }) => keys.map(({ secret }) => secret.toString("base64url")).join(" ");

/**
 * Makes a file with a first key; never writes over one.
 * @param {string} file
 * @returns {KeyRing}
 */
export function makeKeyFile(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeDown(file, `${explanation}${newLine()}`);
  settle(file);
  return ringOf(readFileSync(file, "utf8"), `${file} (${fileSetting})`);
}

/**
 * Appends a new key, which encrypts from now on. The file is replaced in one step: it is never there in half, and it survives a
 * power cut before anything is encrypted with the key, since nobody could open that without it.
 * @param {string} file
 */
export function appendKey(file) {
  const beside = `${file}.new`;
  // What an interrupted change left may be open to others, or half.
  rmSync(beside, { force: true });
  writeDown(beside, `${readFileSync(file, "utf8").trimEnd()}\n${newLine()}`);
  const { uid, gid } = statSync(file);
  if (process.getuid?.() === 0) chownSync(beside, uid, gid);
  renameSync(beside, file);
  settle(file);
}

const newLine = () => `${prefix} ${randomBytes(32).toString("base64url")}\n`;
const explanation = `# What opens phones, addresses and ID numbers of parties. Not in any backup: keep a copy apart from them
# (docs/operations.md). The last line encrypts; the lines before it open what older backups hold.
`;

/** @type {WeakMap<ContactKey, Map<string, Buffer>>} */
const made = new WeakMap();

/**
 * A key for one purpose, from which neither the key itself nor another purpose's key can be worked out. Made once.
 * @param {ContactKey} key
 * @param {string} purpose
 * @returns {Buffer}
 */
export function derived(key, purpose) {
  const ofKey = made.get(key) ?? new Map();
  made.set(key, ofKey);
  if (!ofKey.has(purpose))
    ofKey.set(purpose, Buffer.from(hkdfSync("sha256", key.secret, "zhongtiao contacts", purpose, 32)));
  return ofKey.get(purpose);
}
