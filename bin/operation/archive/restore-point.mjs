import { createWriteStream, existsSync, readFileSync } from "node:fs";
import { chown, copyFile, mkdir, open, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { readSealed } from "../backup/read-backup.mjs";
import { Fault } from "../console/fault.mjs";
import { startServer } from "../postgres/start.mjs";
import { stopServer } from "../postgres/stop.mjs";
import { basesOf, isHistory, isSegment, namesIn, placeInLog, placesIn } from "./archive-places.mjs";
import { readBase } from "./read-base.mjs";

/**
 * @typedef {object} Point
 * @property {string | null} at an instant as PostgreSQL reads it, or null for all that the archive holds
 * @property {number} [timeline] the newest one by default; an older one leads past an earlier restore
 */

/** As long as the log of a month may take. */
const minutes = 12 * 60;

/**
 * Builds in `dir` a cluster as it was at an instant: the newest base copy before it, and the segments up to it. `last`
 * is the folder of the cluster that was lost, if it is still there: the end of its log may not be archived yet.
 * The new cluster begins a timeline of its own, so that its segments never replace those of the old one.
 * @param {{ archive: Pick<import("./archive-settings.mjs").Archive, "folder" | "key">, point: Point,
 *   programs: { postgres: string, as: { uid?: number, gid?: number } }, dir: string, log: string, last?: string,
 *   settings?: Record<string, string>, note?: (text: string) => void }} order
 *   `settings` of the server while it replays: those of an archive, so that the branching is archived as well
 * @returns {Promise<import("../backup/records.mjs").BaseContents>} the base copy it began with
 */
export async function restorePoint({ archive, point, programs, dir, log, last, settings, note = () => undefined }) {
  const base = await baseBefore(archive.folder, point.at);
  await rm(dir, { recursive: true, force: true });
  await newFolder(dir, programs.as);
  const segments = `${dir}-replay`;
  await rm(segments, { recursive: true, force: true });
  await newFolder(segments, programs.as);
  try {
    const contents = await unpackBase(base.file, archive.key, dir, programs.as, note);
    await unpackSegments(archive, contents.startSegment, segments, programs.as, note);
    if (last) await copyLast(last, contents, segments, programs.as);
    note("replaying");
    const server = await startServer(programs, dir, log, {
      settings: { ...settings, ...replaySettings(segments, point) },
      minutes,
    }).catch((error) => {
      throw endOfArchive(log) ?? error;
    });
    await stopServer(server.pid, 120_000);
    return contents;
  } catch (error) {
    await rm(dir, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(segments, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {string | null} at */
async function baseBefore(folder, at) {
  const all = await basesOf(folder);
  const found = at === null ? all.at(-1) : all.findLast((each) => each.at.getTime() <= Date.parse(at));
  if (found) return found;
  if (!all[0]) throw new Fault(`${folder} holds no base copy: npm run db:backup -- --base makes one.`);
  throw new Fault(
    `The oldest base copy in ${folder} is of ${all[0].at.toISOString()}, and nothing before it can be restored.`,
  );
}

/** @param {string} segments @param {Point} point @returns {Record<string, string>} */
const replaySettings = (segments, { at, timeline }) => ({
  restore_command: `cp "${segments}/%f" "%p"`,
  recovery_target_timeline: timeline === undefined ? "latest" : String(timeline),
  ...(at === null ? {} : { recovery_target_time: at, recovery_target_action: "promote" }),
  // Nobody enters before the instant is reached.
  hot_standby: "off",
});

/** What the server says when its log ends too early. @param {string} log */
function endOfArchive(log) {
  const words = existsSync(log) ? readFileSync(log, "utf8") : "";
  if (!words.includes("recovery ended before configured recovery target was reached")) return null;
  const [, reached] = /last completed transaction was at log time (.+)/.exec(words) ?? [];
  return new Fault(
    `The archive ends before that instant${reached ? `: its last transaction was at ${reached}` : ""}. ` +
      "Name an earlier one, or --at latest for everything it holds.",
  );
}

/** @param {string} folder @param {{ uid?: number, gid?: number }} as */
async function newFolder(folder, as) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await give(folder, as);
}

/** @param {string} place @param {{ uid?: number, gid?: number }} as */
async function give(place, { uid, gid }) {
  if (uid !== undefined && gid !== undefined) await chown(place, uid, gid);
}

/** @param {string} file @param {import("../backup/key-file.mjs").BackupKey} key @param {string} dir @param {{ uid?: number, gid?: number }} as @param {(text: string) => void} note */
async function unpackBase(file, key, dir, as, note) {
  let files = 0;
  const contents = await readBase(file, key, {
    folder: (relative) => newFolder(path.join(dir, relative), as),
    async file(relative, bytes) {
      const place = path.join(dir, relative);
      await pipeline(bytes, createWriteStream(place, { mode: 0o600 }));
      await give(place, as);
      files += 1;
      if (files % 100 === 0) note(`${files} files`);
    },
  });
  for (const [name, text] of /** @type {const} */ ([
    ["backup_label", contents.label],
    ["recovery.signal", ""],
  ])) {
    await writeFile(path.join(dir, name), text, { mode: 0o600 });
    await give(path.join(dir, name), as);
  }
  return contents;
}

/** @param {Pick<import("./archive-settings.mjs").Archive, "folder" | "key">} archive @param {string} from @param {string} to @param {{ uid?: number, gid?: number }} as @param {(text: string) => void} note */
async function unpackSegments({ folder, key }, from, to, as, note) {
  const places = placesIn(folder);
  for (const each of await namesIn(places.segments)) {
    if (!each.endsWith(".segment") || each.startsWith(".")) continue;
    const name = each.slice(0, -".segment".length);
    if (!isHistory(name) && !(isSegment(name) && placeInLog(name) >= placeInLog(from))) continue;
    note(name);
    const place = path.join(to, name);
    const bytes = readSealed(path.join(places.segments, each), key, { kind: "segment", name });
    await pipeline(bytes, createWriteStream(place, { mode: 0o600 }));
    await give(place, as);
  }
}

/**
 * The segments of the lost cluster that were not archived yet; only of the very same cluster.
 * @param {string} last @param {import("../backup/records.mjs").BaseContents} base @param {string} to @param {{ uid?: number, gid?: number }} as
 */
async function copyLast(last, base, to, as) {
  if ((await systemOf(last)) !== base.system) return;
  const wal = path.join(last, "pg_wal");
  for (const name of await readdir(wal).catch(() => [])) {
    const place = path.join(to, name);
    if (!isSegment(name) || placeInLog(name) < placeInLog(base.startSegment) || existsSync(place)) continue;
    await copyFile(path.join(wal, name), place);
    await give(place, as);
  }
}

/** What PostgreSQL calls the cluster: the first eight bytes of its control file. @param {string} dir */
async function systemOf(dir) {
  const file = await open(path.join(dir, "global", "pg_control"), "r").catch(() => null);
  if (!file) return null;
  const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0).finally(() => file.close());
  return bytesRead === 8 ? buffer.readBigUInt64LE().toString() : null;
}
