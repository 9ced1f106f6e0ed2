import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { forgetKeys } from "@/db/encryption/encrypt";
import { reencryptStale } from "@/db/encryption/keep-encrypted";
import { migrate } from "@/db/migrate";
import { verifyChains } from "@/server/audit/reads/verify-chains";
import { folderSigner } from "@/server/certificates/parts/certificate-folder";
import type { Signer } from "@/server/certificates/parts/signed-data";
import { type FileStore, folderStore } from "@/server/files/parts/file-store";
import { catalogFingerprint, differences } from "@/server/testing/catalog-fingerprint";
import { emptyDatabases } from "../testing/empty-databases";
import { compareCopy, comparisonLines } from "./compare-copy";
import { versionOf } from "./describe-database";
import { makeBackupKey } from "./key-file.mjs";
import { buildOldTables, ownSource } from "./old-version";
import type { Contents } from "./records.mjs";
import { restoreBackup } from "./restore-backup";
import { rowsThere, setAside } from "./set-aside";
import { verifyBackup } from "./verify-backup.mjs";
import { writeBackup } from "./write-backup";

// A county in use, in a database whose owner is no superuser, so that row security binds them as in production.
const fixture = path.resolve(import.meta.dirname, "../../../db/upgrade/first-release.sql.br");
const folder = mkdtempSync(path.join(tmpdir(), "zhongtiao-backup-"));
const keyFile = path.join(folder, "keys", "key");
const store = folderStore(path.join(folder, "papers"));
const file = path.join(folder, "backups", "one.backup");
const certificates = path.join(folder, "certificates");
const papers = folderStore(path.join(folder, "copy"));
const copied = path.join(folder, "copied-certificates");
const open = (url: string) => postgres(url, { max: 1, onnotice: () => undefined });
const adminOf = (url: string) => Object.assign(new URL(inject("adminUrl")), { pathname: new URL(url).pathname }).href;

const databases = emptyDatabases(inject("adminUrl"), new URL(process.env.DATABASE_URL ?? "").pathname.slice(1));
const emptyDatabase = databases.make;

let url: string;
let source: postgres.Sql;
let key: ReturnType<typeof makeBackupKey>;
/** A copy restored from the backup, which a restore must leave alone or replace, and what the backup says it holds. */
let filled: string;
let contents: Contents;
const committee = { committeeId: "0197f0a0-0000-7000-8000-000000000001", name: "柳湾镇人民调解委员会" };
let signer: Signer;
const write = (over: Partial<Parameters<typeof writeBackup>[0]> = {}) =>
  writeBackup({ url, store, certificates, file, key, program: "0.1.0", now: new Date(0), ...over });
const restore = (into: string, over: Partial<Parameters<typeof restoreBackup>[0]> = {}) =>
  restoreBackup({ url: into, store: papers, certificates: copied, now: new Date(0), file, key, ...over });

beforeAll(async () => {
  key = makeBackupKey(keyFile);
  url = await emptyDatabase();
  source = open(url);
  await source.unsafe(brotliDecompressSync(readFileSync(fixture)).toString("utf8"));
  await source.unsafe("reset all");
  await migrate(url);
  const admin = open(adminOf(url));
  const [county] = await admin<{ id: string }[]>`select county_id as id from files limit 1`;
  const sha256 = await store.put(county?.id ?? "", Buffer.from("鉴定意见".repeat(20_000)));
  await admin.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update files set sha256 = ${sha256} where id = (select id from files where county_id = ${county?.id ?? ""} limit 1)`;
  });
  await admin.end();
  await source`select graphile_worker.add_job('trial', '{"text": "一\\n\\t\\\\二"}')`;
  signer = await folderSigner(certificates, committee, new Date(0));
  await write();
  filled = await emptyDatabase();
  // A restore needs the backup's key, and those of phones and addresses not at all.
  vi.stubEnv("ZHONGTIAO_CONTACT_KEYS", "");
  vi.stubEnv("ZHONGTIAO_CONTACT_KEY_FILE", path.join(folder, "absent"));
  ({ contents } = await restore(filled));
  vi.unstubAllEnvs();
}, 300_000);
afterAll(async () => {
  await source.end();
  await databases.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** What a database holds, down to each policy, for "nothing changed". */
async function stateOf(at: string): Promise<unknown> {
  const sql = open(at);
  const state = [await rowsThere(sql), [...(await catalogFingerprint(sql))]];
  await sql.end();
  return state;
}

describe("a backup", () => {
  it("restored elsewhere is equal in every table, paper, sequence, constraint and policy", async () => {
    // As on a new machine, to which nobody has brought the keys of phones and addresses yet.
    const withoutKeys = open(filled);
    vi.stubEnv("ZHONGTIAO_CONTACT_KEYS", "");
    vi.stubEnv("ZHONGTIAO_CONTACT_KEY_FILE", path.join(folder, "absent"));
    await expect(reencryptStale(withoutKeys)).rejects.toThrow(
      /encrypted with the key [0-9a-f]{8}, which is not in .*absent/,
    );
    vi.unstubAllEnvs();
    forgetKeys();
    expect(await reencryptStale(withoutKeys)).toBe(0);
    await withoutKeys.end();
    expect(contents.tables.reduce((sum, table) => sum + table.rows, 0)).toBeGreaterThan(5000);
    const compared = await compareCopy(contents, filled, papers, copied);
    expect(compared.filter(({ isEqual }) => !isEqual)).toEqual([]);
    expect(compared.map(({ table }) => table)).toEqual(
      expect.arrayContaining(["public.events", "graphile_worker._private_jobs", "papers", "keys of seals"]),
    );
    const restored = open(filled);
    expect(differences(await catalogFingerprint(source), await catalogFingerprint(restored))).toEqual([]);
    expect((await verifyChains(restored)).faults).toEqual([]);
    const next = (sql: postgres.Sql) => sql`select id from graphile_worker.add_job('trial')`;
    expect(await next(restored)).toEqual(await next(source));
    // A changed row in the copy is found: the comparison is not blind.
    await restored`update graphile_worker._private_jobs set priority = 5 where id = (select max(id) - 1 from graphile_worker._private_jobs)`;
    await restored.end();
    const differing = (await compareCopy(contents, filled, papers, copied)).filter(({ isEqual }) => !isEqual);
    expect(differing.map(({ table }) => table)).toEqual(["graphile_worker._private_jobs"]);
    expect(comparisonLines(differing).join("\n")).toMatch(/_private_jobs .* NO$/);
  });

  it("is one moment: what is committed while it is written is not in it", async () => {
    const other = open(url);
    let writing: Promise<unknown> = Promise.resolve();
    const late = path.join(folder, "backups", "late.backup");
    await other.begin(async (tx) => {
      await tx`lock table accounts in access exclusive mode`;
      writing = write({ file: late });
      writing.catch(() => undefined);
      // Its moment has begun when it waits for one of the first tables; a row comes into the last one, and it goes on.
      for (let waits = false; !waits; )
        [{ waits = false } = {}] = await source<{ waits: boolean }[]>`
          select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and application_name = 'zhongtiao backup') as waits`;
      await source`insert into graphile_worker._private_tasks (identifier) values ('late')`;
    });
    await writing;
    const { tables } = (await verifyBackup(late, key)).contents;
    const there = await other`select from graphile_worker._private_tasks where identifier = 'late'`;
    expect(there).toHaveLength(1);
    const [now] = await other<{ rows: number }[]>`select count(*)::int as rows from graphile_worker._private_tasks`;
    expect(tables.find(({ table }) => table.endsWith("._private_tasks"))?.rows).toBe((now?.rows ?? 0) - 1);
    await other.end();
  });

  it("is refused to a login from whom row security hides a row, and leaves nothing behind", async () => {
    const blind = path.join(folder, "blind", "one.backup");
    await source`create policy trial on notes as restrictive for select to public using (false)`;
    await expect(write({ file: blind })).rejects.toThrow(/may not see every row of notes/);
    await source`drop policy trial on notes`;
    await source`alter policy owner_all on notes to zhongtiao_app`;
    await source`alter policy owner_all on notes using (county_id is not null)`;
    await expect(write({ file: blind })).rejects.toThrow(/may not see every row of notes/);
    await source`alter policy owner_all on notes to current_user using (true)`;
    expect(readdirSync(path.dirname(blind))).toEqual([]);
  });

  it("holds the keys of seals: a committee goes on with its own certificate, of the same authority", async () => {
    expect(readdirSync(copied).sort()).toEqual([`${committee.committeeId}.pem`, "authority-key.pem", "authority.pem"]);
    for (const name of readdirSync(copied)) expect(statSync(path.join(copied, name)).mode & 0o077).toBe(0);
    const again = await folderSigner(copied, committee, new Date(0));
    expect(again.chain.map(({ raw }) => raw)).toEqual(signer.chain.map(({ raw }) => raw));
    expect(again.key.equals(signer.key)).toBe(true);
    expect(readFileSync(file).includes(signer.chain[0]?.raw.subarray(0, 32) ?? "")).toBe(false);
  });

  it("is never written over another, and is refused of a database that was never set up", async () => {
    await expect(write()).rejects.toThrow("is there already");
    const none = path.join(folder, "none", "one.backup");
    await expect(write({ url: await emptyDatabase(), file: none })).rejects.toThrow("was never set up");
    expect(readdirSync(path.dirname(none))).toEqual([]);
  });

  it("names the papers that were lost before, and holds all others", async () => {
    const { contents } = await verifyBackup(file, key);
    const [row] = await source<{ kept: number }[]>`select count(distinct (county_id, sha256))::int as kept from files`;
    expect(contents.papers.count).toBe(1);
    expect(contents.papers.faults).toHaveLength((row?.kept ?? 0) - 1);
    expect(new Set(contents.papers.faults.map(({ fault }) => fault))).toEqual(new Set(["gone"]));
  });

  it("shows nothing of what it holds without its key", () => {
    const bytes = readFileSync(file);
    expect(bytes.subarray(0, 17).toString()).toBe("zhongtiao-backup ");
    for (const word of ["鉴定意见", "mediator", "events", "disputes"]) expect(bytes.includes(word), word).toBe(false);
  });
});

describe("a restore", { timeout: 180_000 }, () => {
  let before: unknown;
  beforeAll(async () => {
    before = await stateOf(filled);
  });
  const wrong = path.join(folder, "wrong.backup");
  afterEach(() => rmSync(wrong, { force: true }));

  it.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
    ["half of the file", (bytes) => bytes.subarray(0, bytes.length / 2), /cut off or was altered/],
    ["its last byte", (bytes) => bytes.subarray(0, -1), /cut off or was altered/],
    ["all but the head", (bytes) => bytes.subarray(0, bytes.indexOf(10, 40) + 1), /its end is missing/],
    [
      "another moment in the head",
      (bytes) => Buffer.from(bytes.toString("latin1").replace("1970", "1971"), "latin1"),
      /was altered/,
    ],
    ["another file", () => Buffer.from("PGDMP"), /is not a backup of Zhongtiao/],
    ["another format", (bytes) => Buffer.concat([Buffer.from("zhongtiao-backup 9\n"), bytes.subarray(19)]), /format 9/],
  ])("of a file with a fault is refused: %s", async (_, spoil, message) => {
    writeFileSync(wrong, spoil(readFileSync(file)));
    await expect(restore(filled, { file: wrong, replaces: true })).rejects.toThrow(message);
  });

  it("with another key, or of a file that is not there, is refused, and none of these changed anything", async () => {
    const other = makeBackupKey(path.join(folder, "keys", "other"));
    await expect(restore(filled, { key: other, replaces: true })).rejects.toThrow(/it was made with another/);
    await expect(restore(filled, { file: wrong, replaces: true })).rejects.toThrow(/cannot be read \(ENOENT\)/);
    expect(await stateOf(filled)).toEqual(before);
  });

  it("into a filled database says what would be lost, and needs to be told", async () => {
    await expect(restore(filled)).rejects.toThrow(/not empty: \d+ rows in \d+ tables would be lost \(.*events \d+/);
    expect(await stateOf(filled)).toEqual(before);
    const sql = open(filled);
    await sql`delete from graphile_worker._private_jobs`;
    await sql.end();
    const restored = await restore(filled, { replaces: true });
    expect(await stateOf(filled)).toEqual(before);
    const compared = await compareCopy(restored.contents, filled, papers, copied);
    expect(compared.every(({ isEqual }) => isEqual)).toBe(true);
  });

  it("is refused while others use the database", async () => {
    const other = open(filled);
    await other`select 1`;
    await expect(restore(filled, { replaces: true })).rejects.toThrow(/1 other connections/);
    await other.end();
  });

  it("that fails on the way, or was killed, leaves what was there", async () => {
    const full: FileStore = { ...store, put: () => Promise.reject(new Error("no space")) };
    await expect(restore(filled, { replaces: true, store: full })).rejects.toThrow("no space");
    expect(await stateOf(filled)).toEqual(before);
    const sql = open(filled);
    const { migrations } = await versionOf(sql);
    await setAside(sql);
    await sql.end();
    await buildOldTables(filled, migrations, ownSource);
    await expect(restore(filled)).rejects.toThrow(/not empty/);
    expect(await stateOf(filled)).toEqual(before);
  });

  it("refuses rows that refer to nothing, and leaves an empty database empty", async () => {
    const admin = open(adminOf(url));
    const orphan = path.join(folder, "backups", "orphan.backup");
    await admin.unsafe("set session_replication_role = replica");
    await admin`create temp table kept as select * from parties limit 1`;
    await admin`delete from parties where id in (select id from kept)`;
    await write({ file: orphan });
    await admin`insert into parties select * from kept`;
    await admin`drop table kept`;
    await admin.end();
    const empty = await emptyDatabase();
    await expect(restore(empty, { file: orphan })).rejects.toThrow(/violates foreign key constraint/);
    const sql = open(empty);
    expect(await sql`select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`).toHaveLength(
      0,
    );
    await sql.end();
  });

  it("brings an older backup up to date without tables made by hand, and refuses one of a newer program", async () => {
    const newer = { migrations: path.join(folder, "newer"), sql: ownSource.sql };
    cpSync(ownSource.migrations, newer.migrations, { recursive: true });
    const journalFile = path.join(newer.migrations, "meta", "_journal.json");
    const journal = JSON.parse(readFileSync(journalFile, "utf8")) as { entries: object[] };
    const when = Date.UTC(2100, 0, 1);
    journal.entries.push({ idx: 9000, version: "7", when, tag: "9000_trial", breakpoints: true });
    writeFileSync(journalFile, JSON.stringify(journal));
    const text = "alter table contact_points add column wish text; update contact_points set wish = name;";
    writeFileSync(path.join(newer.migrations, "9000_trial.sql"), text);
    const copy = await emptyDatabase();
    await source`create table by_hand (id serial primary key)`;
    await source`insert into by_hand default values`;
    const older = path.join(folder, "backups", "older.backup");
    await write({ file: older }).finally(() => source`drop table by_hand`);
    expect((await restore(copy, { source: newer, file: older })).leftOut).toEqual(["public.by_hand"]);
    const sql = open(copy);
    const [points] = await sql<{ all: boolean; rows: number }[]>`
      select bool_and(wish = name) as all, count(*)::int as rows from contact_points`;
    expect(points?.all).toBe(true);
    expect((await versionOf(sql)).migrations).toContain(when);
    await sql.end();
    const later = path.join(folder, "backups", "later.backup");
    await write({ url: copy, file: later });
    await expect(restore(await emptyDatabase(), { file: later })).rejects.toThrow(/not among the migrations/);
  });
});
