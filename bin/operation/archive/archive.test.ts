import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { folderStore } from "@/server/files/parts/file-store";
import { makeBackupKey } from "../backup/key-file.mjs";
import { readSealed } from "../backup/read-backup.mjs";
import { verifyBackup } from "../backup/verify-backup.mjs";
import { createCluster } from "../postgres/create.mjs";
import { memoryFolder } from "../postgres/memory-folder.mjs";
import { serverPrograms } from "../postgres/place.mjs";
import { runningServer } from "../postgres/running.mjs";
import { startServer } from "../postgres/start.mjs";
import { stopServer } from "../postgres/stop.mjs";
import { startedAt } from "../processes/process-identity.mjs";
import { basesOf } from "./archive-places.mjs";
import { makeSpool, spoolOf, spoolSettings } from "./archive-settings.mjs";
import { pruneArchive } from "./prune-archive.mjs";
import { restorePapers } from "./restore-papers.mjs";
import { restorePoint } from "./restore-point.mjs";
import { setPassword } from "./set-password.mjs";
import { restoreCertificates, shipCertificates } from "./ship-certificates.mjs";
import { shipSegments } from "./ship-segments.mjs";
import { writeBase } from "./write-base.mjs";

// A cluster of its own, which is destroyed. Nothing waits for a clock: instants are the server's own, segments are closed
// by hand.
const folder = mkdtempSync(path.join(memoryFolder() ?? tmpdir(), "zhongtiao-cluster-archive-"));
// A later run removes what a killed one leaves.
writeFileSync(path.join(folder, "owner.json"), JSON.stringify({ pid: process.pid, startedAt: startedAt(process.pid) }));
chmodSync(folder, 0o755);
const dir = path.join(folder, "pg");
const log = path.join(folder, "postgres.log");
const papers = path.join(folder, "papers");
const store = folderStore(papers);
const county = "c0000000-0000-4000-8000-000000000000";
// A killed process loses nothing without fsync, only a power cut would.
const small = { shared_buffers: "16MB", max_connections: "20", min_wal_size: "32MB", fsync: "off" };
const programs = serverPrograms();
const archive = {
  folder: path.join(folder, "archive"),
  key: makeBackupKey(path.join(folder, "keys", "key")),
  bases: 1,
  certificates: path.join(folder, "certificates"),
};
const instants: Record<string, string> = {};

let server: { pid: number; port: number };
let sql: postgres.Sql;
const spool = spoolOf(dir);
const admin = (password = "first") => `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`;
const settings = { ...small, ...spoolSettings(spool) };
const connect = (password?: string) => postgres(admin(password), { max: 1, onnotice: () => undefined });
const ship = () => shipSegments(spool, papers, archive);
const base = () => writeBase({ admin: admin(), dir, papers, archive });

/** Writes a row and a paper, and notes the instant after it by the server's clock. */
async function write(word: string): Promise<void> {
  await store.put(county, Buffer.from(word));
  await sql`insert into words values (${word})`;
  const [row] = await sql<{ at: string }[]>`select clock_timestamp()::text as at`;
  instants[word] = row?.at ?? "";
}

/** Closes the segment and waits until the server has put it into the spool. */
async function archived(): Promise<void> {
  const [row] = await sql<{ name: string }[]>`select pg_walfile_name(pg_switch_wal()) as name`;
  await vi.waitFor(() => expect(readdirSync(spool)).toContain(row?.name), { timeout: 30_000, interval: 20 });
}

/** A cluster as it was, and the words in it. */
async function wordsAt(
  at: string | null,
  over: { timeline?: number; last?: string; password?: string } = {},
): Promise<string[]> {
  const copy = path.join(folder, "copy");
  const { timeline, last, password } = over;
  await restorePoint({ archive, point: { at, timeline }, programs, dir: copy, log, last, settings: small });
  const there = await startServer(programs, copy, log, { settings: small });
  try {
    const url = admin(password).replace(String(server.port), String(there.port));
    const copied = postgres(url, { max: 1, onnotice: () => undefined });
    const rows = await copied<{ word: string }[]>`select word from words order by word`;
    await copied.end();
    return rows.map(({ word }) => word);
  } finally {
    await stopServer(there.pid);
  }
}

beforeAll(async () => {
  mkdirSync(archive.folder);
  makeSpool(spool, programs.as);
  await createCluster(programs, dir, "first");
  server = await startServer(programs, dir, log, { settings });
  sql = connect();
  await sql`create table words (word text)`;
  await base();
  await write("one");
  await write("two");
  await archived();
  await ship();
  await write("unarchived");
  await sql.end();
  // Killed, as by a power cut: its last segment was not archived.
  await stopServer(server.pid, 0);
}, 120_000);
afterAll(async () => {
  for (const each of [dir, path.join(folder, "copy")]) {
    const running = runningServer(each);
    if (running) await stopServer(running.pid);
  }
  rmSync(folder, { recursive: true, force: true });
});

describe("an archive", () => {
  it("gives exactly what was there at an instant, up to the last segment, and its papers", async () => {
    expect(await wordsAt(instants.one ?? "")).toEqual(["one"]);
    // The end of the log is still in the folder of the cluster that died.
    expect(await wordsAt(null, { last: dir })).toEqual(["one", "two", "unarchived"]);
    const back = path.join(folder, "back");
    expect(await restorePapers(back, archive)).toBe(2);
    expect(await restorePapers(back, archive)).toBe(0);
    const sha = await store.put(county, Buffer.from("one"));
    expect(await folderStore(back).get(county, sha)).toEqual(Buffer.from("one"));
  }, 120_000);

  it("holds the keys of seals, encrypted, and gives back the last of each", async () => {
    const { certificates } = archive;
    mkdirSync(certificates);
    const own = path.join(certificates, "0197f0a0-0000-7000-8000-000000000001.pem");
    writeFileSync(path.join(certificates, "authority-key.pem"), "the authority");
    writeFileSync(own, "first");
    await shipCertificates(certificates, archive);
    writeFileSync(own, "second");
    await ship();
    await ship();
    const place = path.join(archive.folder, "certificates");
    expect(readdirSync(place)).toHaveLength(3);
    for (const name of readdirSync(place))
      expect(readFileSync(path.join(place, name)).includes("the authority"), name).toBe(false);
    const back = path.join(folder, "back-certificates");
    expect(await restoreCertificates(back, archive, new Date(0))).toEqual({ put: 2, aside: null });
    expect(readFileSync(path.join(back, path.basename(own)), "utf8")).toBe("second");
    const [first = ""] = readdirSync(place).map((name) => path.join(place, name));
    writeFileSync(first, readFileSync(first).subarray(0, -1));
    await expect(restoreCertificates(path.join(folder, "other-back"), archive, new Date(0))).rejects.toThrow("cut off");
    rmSync(place, { recursive: true });
  });

  it("refuses an instant before its first copy and one behind its end, and names what it holds", async () => {
    await expect(wordsAt("2020-01-01T00:00:00Z")).rejects.toThrow(/The oldest base copy in .* is of 20/);
    await expect(wordsAt(instants.unarchived ?? "")).rejects.toThrow(/its last transaction was at 20/);
  }, 60_000);

  it("shows nothing without its key, and takes no segment in another's place", async () => {
    const segments = path.join(archive.folder, "segments");
    const names = readdirSync(segments).filter((name) => /^[0-9A-F]{24}\.segment$/.test(name));
    for (const name of names) expect(readFileSync(path.join(segments, name)).includes("words"), name).toBe(false);
    const [first = "", second = ""] = names.slice(-2).map((name) => path.join(segments, name));
    const kept = readFileSync(second);
    const name = path.basename(second, ".segment");
    const read = async () => {
      for await (const _ of readSealed(second, archive.key, { kind: "segment", name }));
    };
    await read();
    copyFileSync(first, second);
    await expect(read()).rejects.toThrow("it was put in another's place");
    writeFileSync(second, kept.with(kept.length - 1, (kept.at(-1) ?? 0) ^ 1));
    await expect(read()).rejects.toThrow("cut off or was altered");
    writeFileSync(second, kept);
    const [base] = await basesOf(archive.folder);
    await expect(verifyBackup(base?.file ?? "", archive.key)).rejects.toThrow("is not a backup of Zhongtiao");
  });

  it("goes on from a restored cluster, leaves the lost end within reach, and needs no old password", async () => {
    const options = { archive, point: { at: instants.one ?? "" }, programs, log, settings: { ...settings } };
    renameSync(dir, `${dir}.lost`);
    await restorePoint({ ...options, dir });
    setPassword(programs, dir, "second");
    server = await startServer(programs, dir, log, { settings });
    sql = connect("second");
    await write("three");
    await archived();
    await ship();
    expect(await wordsAt(null, { password: "second" })).toEqual(["one", "three"]);
    expect(await wordsAt(null, { timeline: 1 })).toEqual(["one", "two"]);
  }, 120_000);

  it("keeps as many copies as the rule says, and no segment or paper that none of them needs", async () => {
    const long = new Date(2000, 0, 1);
    const old = path.join(archive.folder, "papers", county, `${"a".repeat(64)}.paper`);
    copyFileSync(path.join(path.dirname(old), readdirSync(path.dirname(old))[0] ?? ""), old);
    utimesSync(old, long, long);
    const before = readdirSync(path.join(archive.folder, "segments"));
    const { startSegment } = await writeBase({ admin: admin("second"), dir, papers, archive });
    await ship();
    expect(await pruneArchive(archive, papers)).toEqual({ bases: 1, segments: expect.any(Number), papers: 1 });
    const kept = readdirSync(path.join(archive.folder, "segments"));
    expect(kept).toContain(`${startSegment}.segment`);
    expect(before.filter((name) => kept.includes(name)).filter((name) => !name.includes(".history"))).toEqual([]);
    expect(await pruneArchive(archive, papers)).toEqual({ bases: 0, segments: 0, papers: 0 });
    await sql.end();
    await stopServer(server.pid);
  }, 120_000);

  it("takes nothing of another database, and nothing where its disk is gone; what waits goes on waiting", async () => {
    const other = path.join(folder, "other");
    mkdirSync(other);
    const [name = ""] = readdirSync(path.join(archive.folder, "segments"));
    const waiting = path.join(other, name.replace(".segment", ""));
    const parts: Buffer[] = [];
    const what = { kind: "segment", name: path.basename(waiting) } as const;
    for await (const part of readSealed(`${archive.folder}/segments/${name}`, archive.key, what)) parts.push(part);
    for (const bytes of [Buffer.from("another"), Buffer.alloc(0), Buffer.concat([...parts, Buffer.from("more")])]) {
      writeFileSync(waiting, bytes);
      await expect(shipSegments(other, papers, archive)).rejects.toThrow("it belongs to another database");
    }
    renameSync(archive.folder, `${archive.folder}-away`);
    await expect(shipSegments(other, papers, archive)).rejects.toThrow("is not there");
    mkdirSync(archive.folder);
    await expect(shipSegments(other, papers, archive)).rejects.toThrow("Is its disk mounted?");
    expect(existsSync(waiting)).toBe(true);
  });
});
