import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type postgres from "postgres";
import { type FileStore, sha256Of } from "@/server/files/parts/file-store";
import { Fault } from "../console/fault.mjs";
import { certificatesHash, readCertificates } from "./certificate-files.mjs";
import { openWithoutLimits, rowsOut, sameText } from "./copy-rows";
import { demandWholeSight, sequencesOf, tablesOf, versionOf } from "./describe-database";
import { newHead } from "./head.mjs";
import type { BackupKey } from "./key-file.mjs";
import { namedPapers } from "./named-papers";
import {
  type Begin,
  type Contents,
  encodeRecord,
  inPieces,
  type PaperHead,
  paperLine,
  type TableHead,
} from "./records.mjs";
import { chunkKey, chunkSize, seal } from "./sealed-chunks.mjs";
import { linesIn, verifyBackup } from "./verify-backup.mjs";

interface Order {
  url: string;
  store: FileStore;
  /** The folder of the keys of seals. */
  certificates: string;
  /** The backup's name; it bears another one until it is complete and was read back. */
  file: string;
  key: BackupKey;
  program: string;
  now: Date;
  note?: (text: string) => void;
}

/**
 * Writes a backup of the database at `url`, of the papers its rows name and of the keys of seals, while others go on working: everything is
 * read in one snapshot. It gets its name only after it was read back and found whole. Gives what it holds; papers whose
 * bytes are gone or altered are listed in it, and do not prevent it.
 */
export async function writeBackup(order: Order): Promise<Contents> {
  const { file, key } = order;
  if (existsSync(file)) throw new Fault(`${file} is there already and is not overwritten.`);
  await mkdir(path.dirname(file), { recursive: true });
  const growing = `${file}.part`;
  const handle = await open(growing, "wx", 0o600);
  try {
    const { bytes, salt } = newHead(key.id, order.now);
    await handle.write(bytes);
    const sql = openWithoutLimits(order.url);
    try {
      await sql.begin("isolation level repeatable read read only", async (tx) => {
        const packed = createGzip({ level: 4 });
        const write = async (source: AsyncIterable<Buffer>) => {
          for await (const piece of seal(source, chunkKey(key.secret, salt, bytes))) await handle.writeFile(piece);
        };
        await pipeline(Readable.from(recordsOf(tx, order), { objectMode: false }), packed, write);
      });
    } finally {
      await sql.end({ timeout: 5 });
    }
    await handle.sync();
    await handle.close();
    order.note?.("reading it back");
    const { contents } = await verifyBackup(growing, key);
    if (existsSync(file)) throw new Fault(`${file} is there already and is not overwritten.`);
    await rename(growing, file);
    const folder = await open(path.dirname(file), "r");
    await folder.sync().finally(() => folder.close());
    return contents;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(growing, { force: true });
    throw error;
  }
}

async function* recordsOf(tx: postgres.TransactionSql, order: Order): AsyncGenerator<Buffer> {
  await sameText(tx);
  const tables = await tablesOf(tx);
  await demandWholeSight(tx, tables);
  const [server] = await tx<{ version: string }[]>`select current_setting('server_version') as version`;
  const begin: Begin = {
    madeAt: order.now.toISOString(),
    program: order.program,
    server: server?.version ?? "",
    ...(await versionOf(tx)),
  };
  yield encodeRecord({ kind: "begin", value: begin });
  const contents: Contents = {
    tables: [],
    papers: { count: 0, bytes: 0, sha256: "", faults: [] },
    sequences: await sequencesOf(tx),
  };
  for (const table of tables) {
    order.note?.(table.name);
    yield* tableRecords(tx, table, contents);
  }
  // One after the other: a connection that sends rows can answer nothing else.
  const papers = await tx.unsafe<(PaperHead & postgres.Row)[]>(namedPapers);
  const hash = createHash("sha256");
  for (const [nth, { countyId, sha256 }] of papers.entries()) {
    if (nth % 100 === 0) order.note?.(`paper ${nth + 1} of ${papers.length}`);
    const bytes = await order.store.get(countyId, sha256);
    if (!bytes || sha256Of(bytes) !== sha256) {
      contents.papers.faults.push({ countyId, sha256, fault: bytes ? "altered" : "gone" });
      continue;
    }
    yield encodeRecord({ kind: "paper", value: { countyId, sha256 } });
    for (let at = 0; at < bytes.length; at += chunkSize)
      yield encodeRecord({ kind: "data", bytes: bytes.subarray(at, at + chunkSize) });
    yield encodeRecord({ kind: "end" });
    hash.update(paperLine({ countyId, sha256 }));
    contents.papers.count += 1;
    contents.papers.bytes += bytes.length;
  }
  contents.papers.sha256 = hash.digest("hex");
  const certificates = await readCertificates(order.certificates);
  for (const { name, bytes } of certificates) {
    yield encodeRecord({ kind: "certificate", value: { name } });
    yield encodeRecord({ kind: "data", bytes });
    yield encodeRecord({ kind: "end" });
  }
  contents.certificates = { count: certificates.length, sha256: certificatesHash(certificates) };
  yield encodeRecord({ kind: "contents", value: contents });
}

async function* tableRecords(tx: postgres.ISql, table: TableHead, contents: Contents): AsyncGenerator<Buffer> {
  yield encodeRecord({ kind: "table", value: table });
  const hash = createHash("sha256");
  let rows = 0;
  for await (const bytes of inPieces(await rowsOut(tx, table))) {
    hash.update(bytes);
    rows += linesIn(bytes);
    yield encodeRecord({ kind: "data", bytes });
  }
  yield encodeRecord({ kind: "end" });
  contents.tables.push({ table: `${table.schema}.${table.name}`, rows, sha256: hash.digest("hex") });
}
