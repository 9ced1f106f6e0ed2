import { createReadStream, existsSync } from "node:fs";
import { lstat, readdir, rm, utimes } from "node:fs/promises";
import path from "node:path";
import { encodeRecord } from "../backup/records.mjs";
import { codeOf, Fault } from "../console/fault.mjs";
import { baseName, namesIn, placesIn } from "./archive-places.mjs";
import { readBase } from "./read-base.mjs";
import { settle, writeGrowing } from "./sealed-file.mjs";

/** Folders whose content belongs to the running server; the folder itself is copied, empty. */
const emptied = new Set(
  "pg_wal pg_replslot pg_dynshmem pg_notify pg_serial pg_snapshots pg_stat_tmp pg_subtrans".split(" "),
);
const leftOut =
  /^(postmaster\.(pid|opts)|pg_internal\.init.*|backup_label(\.old)?|tablespace_map(\.old)?|backup_manifest)$/;
/** Copied last, so that no other file is older than what it says. */
const control = "global/pg_control";

/**
 * Copies the running cluster in `dir` into the archive, while others go on working (the server's low-level backup). It
 * gets its name only after it was read back and found whole. Together with the segments from `startSegment` on it gives
 * every moment after `stoppedAt`.
 * @param {{ admin: string, dir: string, papers: string, archive: import("./archive-settings.mjs").Archive, note?: (text: string) => void }} order
 *   `admin`: address of a superuser
 * @returns {Promise<import("../backup/records.mjs").BaseContents>}
 */
export async function writeBase({ admin, dir, papers, archive: { folder, key }, note = () => undefined }) {
  if (!existsSync(folder)) throw new Fault(`The archive ${folder} is not there.`);
  const { default: postgres } = await import("postgres");
  const pool = postgres(admin, { max: 1, onnotice: () => undefined });
  // The server forgets that a backup runs when this connection ends.
  const sql = await pool.reserve();
  const places = placesIn(folder);
  try {
    const [server] = await sql`
      select current_setting('archive_mode') as mode, current_setting('server_version_num')::int / 10000 as version,
        (select system_identifier::text from pg_control_system()) as system`;
    if (server?.mode !== "on")
      throw new Fault("The server archives nothing. Start it with ZHONGTIAO_ARCHIVE=<folder> first.");
    const started = { system: String(server.system), version: String(server.version) };
    await touchPapers(papers, places.papers);
    const growing = await writeGrowing(places.bases, key, { kind: "base" }, recordsOf(sql, dir, started, note));
    try {
      note("reading it back");
      const contents = await readBase(growing, key);
      const name = baseName(new Date(contents.stoppedAt), contents.startSegment);
      await settle(growing, path.join(places.bases, `${name}.base`));
      return contents;
    } finally {
      await rm(growing, { force: true });
    }
  } finally {
    sql.release();
    await pool.end({ timeout: 5 });
  }
}

/**
 * @param {import("postgres").ReservedSql} sql
 * @param {string} dir
 * @param {{ system: string, version: string }} server
 * @param {(text: string) => void} note
 * @returns {AsyncGenerator<Buffer>}
 */
async function* recordsOf(sql, dir, server, note) {
  let [files, bytes] = [0, 0];
  const [started] = await sql`select clock_timestamp() as at, pg_backup_start('zhongtiao', true)`;
  /** @param {string} relative @returns {AsyncGenerator<Buffer>} */
  async function* file(relative) {
    yield encodeRecord({ kind: "file", value: { path: relative } });
    try {
      for await (const piece of createReadStream(path.join(dir, relative))) {
        bytes += piece.length;
        yield encodeRecord({ kind: "data", bytes: piece });
      }
    } catch (error) {
      // A table that was dropped meanwhile: the log says so again when it is restored.
      if (codeOf(error) !== "ENOENT") throw error;
    }
    files += 1;
    if (files % 100 === 0) note(`${files} files`);
    yield encodeRecord({ kind: "end" });
  }
  for await (const { relative, isFolder } of contentOf(dir)) {
    if (isFolder) yield encodeRecord({ kind: "folder", value: { path: relative } });
    else yield* file(relative);
  }
  yield* file(control);
  note("waiting for its last segment");
  const [stopped] = await sql`
    select labelfile, spcmapfile, clock_timestamp() as at from pg_backup_stop(wait_for_archive => true)`;
  const label = String(stopped?.labelfile);
  const [, startSegment] = /\(file ([0-9A-F]{24})\)/.exec(label) ?? [];
  if (!startSegment || stopped?.spcmapfile?.trim()) throw new Fault("A cluster with tablespaces cannot be copied.");
  const iso = (/** @type {unknown} */ at) => /** @type {Date} */ (at).toISOString();
  const times = { startedAt: iso(started?.at), stoppedAt: iso(stopped?.at) };
  yield encodeRecord({ kind: "base", value: { ...times, ...server, startSegment, files, bytes, label } });
}

/** Every folder and file that belongs into a copy, folders before what they hold. @param {string} dir @returns {AsyncGenerator<{ relative: string, isFolder: boolean }>} */
async function* contentOf(dir, relative = "") {
  for (const name of (await readdir(path.join(dir, relative))).sort()) {
    const at = relative ? `${relative}/${name}` : name;
    if (leftOut.test(name) || name.startsWith("pgsql_tmp") || at === control) continue;
    const entry = await lstat(path.join(dir, at)).catch(() => null);
    if (entry?.isSymbolicLink())
      throw new Fault(`${at} is a link, and a copy of the cluster would not hold what it names.`);
    if (!entry?.isDirectory()) {
      if (entry) yield { relative: at, isFolder: false };
      continue;
    }
    yield { relative: at, isFolder: true };
    if (!emptied.has(at)) yield* contentOf(dir, at);
  }
}

/**
 * Dates the archived papers that the store holds now, so that the pruning knows which the oldest copy may name.
 * @param {string} papers @param {string} archived
 */
async function touchPapers(papers, archived) {
  const now = new Date();
  for (const county of await namesIn(papers))
    for (const start of await namesIn(path.join(papers, county)))
      for (const name of await readdir(path.join(papers, county, start)).catch(() => []))
        await utimes(path.join(archived, county, `${name}.paper`), now, now).catch(() => undefined);
}
