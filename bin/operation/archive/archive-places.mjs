import { readdir } from "node:fs/promises";
import path from "node:path";
import { codeOf } from "../console/fault.mjs";

// An archive: `bases/<when complete>-<first segment>.base`, `segments/<name>.segment`, `papers/<county>/<sha256>.paper`,
// `certificates/<file>.<sha256>.certificate`.

/** @param {string} folder */
export const placesIn = (folder) => ({
  bases: path.join(folder, "bases"),
  segments: path.join(folder, "segments"),
  papers: path.join(folder, "papers"),
  certificates: path.join(folder, "certificates"),
});

/** @param {string} folder @returns {Promise<string[]>} sorted; none where the folder is not there */
export async function namesIn(folder) {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

/** @typedef {{ file: string, name: string, at: Date, startSegment: string }} BaseFile `at`: complete since */

/** @param {Date} at @param {string} startSegment the name of a base copy, without its ending */
export const baseName = (at, startSegment) => {
  // The next millisecond, so that the name never promises a moment that the copy does not reach.
  const moment = new Date(at.getTime() + 1).toISOString();
  return `${moment.replaceAll(/[:.]/g, "-")}-${startSegment}`;
};

/** The base copies of an archive, oldest first. @param {string} folder @returns {Promise<BaseFile[]>} */
export async function basesOf(folder) {
  const { bases } = placesIn(folder);
  return (await namesIn(bases)).flatMap((each) => {
    const [, day, hour, minute, second, thousandth, startSegment = ""] =
      /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-([0-9A-F]{24})\.base$/.exec(each) ?? [];
    if (!day) return [];
    const at = new Date(`${day}T${hour}:${minute}:${second}.${thousandth}Z`);
    return [{ file: path.join(bases, each), name: each.slice(0, -".base".length), at, startSegment }];
  });
}

/** What the server archives: segments, and the history of a timeline, which says where it branched off. */
export const isSegment = (/** @type {string} */ name) => /^[0-9A-F]{24}$/.test(name);
export const isHistory = (/** @type {string} */ name) => /^[0-9A-F]{8}\.history$/.test(name);

/** Where a segment lies in the log, whatever its timeline. @param {string} segment */
export const placeInLog = (segment) => segment.slice(8, 24);
