import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { certificatesHash } from "./certificate-files.mjs";
import { newHead } from "./head.mjs";
import { makeBackupKey, readBackupKey } from "./key-file.mjs";
import { type BackupRecord, type Contents, encodeRecord, paperLine } from "./records.mjs";
import { chunkKey, seal } from "./sealed-chunks.mjs";
import { verifyBackup } from "./verify-backup.mjs";

const root = path.resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(path.join(tmpdir(), "zhongtiao-verify-"));
afterAll(() => rmSync(folder, { recursive: true }));
const keyFile = path.join(folder, "keys", "key");
const key = makeBackupKey(keyFile);
const file = path.join(folder, "one.backup");

const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const table = { schema: "public", name: "points", columns: ["id", "name"], key: ["t.id"] };
const paper = { countyId: "c", sha256: sha("paper") };
const contents: Contents = {
  tables: [{ table: "public.points", rows: 2, sha256: sha("1\t甲\n2\t乙\n") }],
  papers: { count: 1, bytes: 5, sha256: sha(paperLine(paper)), faults: [] },
  certificates: { count: 1, sha256: certificatesHash([{ name: "authority.pem", bytes: Buffer.from("key") }]) },
  sequences: [],
};
const begin = { madeAt: "2026-03-01T00:00:00.000Z", program: "1", server: "18", migrations: [1], queue: 19 };
const data = (text: string): BackupRecord => ({ kind: "data", bytes: Buffer.from(text) });
const end: BackupRecord = { kind: "end" };
const whole: BackupRecord[] = [
  { kind: "begin", value: begin },
  { kind: "table", value: table },
  // Records need not end where rows do.
  data("1\t甲\n2"),
  data("\t乙\n"),
  end,
  { kind: "paper", value: paper },
  data("paper"),
  end,
  { kind: "certificate", value: { name: "authority.pem" } },
  data("k"),
  data("ey"),
  end,
  { kind: "contents", value: contents },
];

async function write(records: readonly BackupRecord[]): Promise<void> {
  const { bytes, salt } = newHead(key.id, new Date(0));
  async function* packed() {
    yield gzipSync(Buffer.concat(records.map(encodeRecord)));
  }
  const parts = [bytes];
  for await (const piece of seal(packed(), chunkKey(key.secret, salt, bytes))) parts.push(piece);
  writeFileSync(file, Buffer.concat(parts));
}
const changed = (over: Partial<Contents>): BackupRecord[] => [
  ...whole.slice(0, -1),
  { kind: "contents", value: { ...contents, ...over } },
];

describe("verifying a backup", () => {
  it("gives what it holds", async () => {
    await write(whole);
    expect(await verifyBackup(file, key)).toEqual({ begin, contents });
  });

  it("takes one from before it held the keys of seals", async () => {
    const { certificates: _, ...older } = contents;
    await write([...whole.slice(0, 8), { kind: "contents", value: older }]);
    expect((await verifyBackup(file, key)).contents).toEqual(older);
  });

  it.each<[string, BackupRecord[], string]>([
    ["a row more than its contents say", whole.toSpliced(4, 0, data("3\t丙\n")), "public.points is not what"],
    ["another row than its contents say", whole.with(3, data("\t丁\n")), "public.points is not what"],
    ["a table less", whole.toSpliced(1, 4), "lacks tables"],
    ["a paper less", whole.toSpliced(5, 3), "lacks papers"],
    ["a paper of another county", whole.with(5, { kind: "paper", value: { ...paper, countyId: "d" } }), "lacks papers"],
    ["other bytes of a paper", whole.with(6, data("Paper")), "does not fit its hash"],
    ["another key of a seal", whole.with(9, data("K")), "keys of seals"],
    ["a key of a seal less", whole.toSpliced(8, 4), "keys of seals"],
    ["no table of contents", whole.slice(0, -1), "no table of contents"],
    ["something behind its table of contents", [...whole, end], "goes on behind"],
    [
      "contents that count other rows",
      changed({ tables: [{ ...contents.tables[0], rows: 3 } as never] }),
      "is not what",
    ],
    ["contents that count other papers", changed({ papers: { ...contents.papers, bytes: 6 } }), "lacks papers"],
  ])("finds %s", async (_, records, message) => {
    await write(records);
    await expect(verifyBackup(file, key)).rejects.toThrow(message);
  });
});

describe("the key of backups", () => {
  it("is made once, never beside what it protects, and read only when nobody else may", () => {
    expect(readBackupKey(keyFile).key.id).toBe(key.id);
    expect(() => makeBackupKey(keyFile)).toThrow("is there already");
    expect(() => makeBackupKey(path.join(root, ".data", "key"))).toThrow("may not be kept with the database");
    expect(() => readBackupKey(path.join(folder, "no-key"))).toThrow("ENOENT");
    const shared = path.join(folder, "shared");
    writeFileSync(shared, readFileSync(keyFile), { mode: 0o644 });
    expect(() => readBackupKey(shared)).toThrow("chmod 600");
    writeFileSync(path.join(folder, "no"), "secret", { mode: 0o600 });
    expect(() => readBackupKey(path.join(folder, "no"))).toThrow("is not a key");
  });
});

describe("npm run db:backup -- --verify", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["bin/backup.mjs", ...args], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, ZHONGTIAO_BACKUP_KEY: undefined },
    });

  it("needs Node alone, and tells by its exit code", async () => {
    await write(whole);
    const good = run("--verify", file, "--key", keyFile);
    expect([good.status, good.stdout]).toEqual([
      0,
      expect.stringMatching(/Whole\. .* 1 tables, 2 rows, 1 papers, 1 keys/),
    ]);
    const half = path.join(folder, "half");
    writeFileSync(half, readFileSync(file).subarray(0, 200));
    const bad = run("--verify", half, "--key", keyFile);
    expect([bad.status, bad.stderr]).toEqual([1, expect.stringMatching(/cut off or was altered/)]);
    expect(run("--verify", file).stderr).toContain("No key is named");
    expect(run("--to", folder, "--verify", file).stderr).toContain("Usage");
    expect(run("--other").status).toBe(1);
  });
});
