import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { codeOf } from "../console/fault.mjs";
import { dataDir } from "./paths.mjs";

/**
 * A random secret kept in `.data`, readable by its owner only, made on first use.
 * @param {string} name file name inside `.data`
 * @param {string} [dir]
 * @returns {string} 256 bits, base64url
 */
export function secretFile(name, dir = dataDir) {
  const file = path.join(dir, name);
  try {
    const secret = readFileSync(file, "utf8").trim();
    if (secret) return secret;
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
  mkdirSync(dir, { recursive: true });
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
