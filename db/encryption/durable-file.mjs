import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Writes a file that is not there yet, for its owner alone, down to the disk; where that fails nothing of it is left.
 * @param {string} file
 * @param {string} text
 */
export function writeDown(file, text) {
  const at = openSync(file, "wx", 0o600);
  try {
    writeFileSync(at, text);
    fsyncSync(at);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(at);
  }
}

/** Only then is the name of a new file as durable as what is in it. @param {string} file */
export function settle(file) {
  if (process.platform === "win32") return;
  const folder = openSync(path.dirname(file), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
