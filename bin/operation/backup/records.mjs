import { Fault } from "../console/fault.mjs";
import { chunkSize } from "./sealed-chunks.mjs";

/**
 * What a backup holds, in this order: `begin`; each table as `table`, its rows in `data`, and `end`; each paper as
 * `paper`, its bytes in `data`, and `end`; each key of a seal likewise as `certificate`; `contents`, which repeats what was
 * counted.
 * @typedef {{ madeAt: string, program: string, server: string, migrations: number[], queue: number }} Begin
 * @typedef {{ schema: string, name: string, columns: string[], key: string[] }} TableHead `key` sorts the rows
 * @typedef {{ schema: string, name: string, last: string, isCalled: boolean }} SequenceState
 * @typedef {{ table: string, rows: number, sha256: string }} TableCount SHA-256 of the rows as COPY writes them, sorted by key
 * @typedef {{ countyId: string, sha256: string }} PaperHead
 * @typedef {PaperHead & { fault: "gone" | "altered" }} PaperFault
 * @typedef {{ count: number, bytes: number, sha256: string }} PaperCount SHA-256 of a line for each paper, see `paperLine`
 * @typedef {{ count: number, sha256: string }} CertificateCount backups from before they held any have none
 * @typedef {{ tables: TableCount[], papers: PaperCount & { faults: PaperFault[] }, certificates?: CertificateCount, sequences: SequenceState[] }} Contents
 * @typedef {{ kind: "begin", value: Begin } | { kind: "table", value: TableHead } | { kind: "paper", value: PaperHead }
 *   | { kind: "certificate", value: { name: string } }
 *   | { kind: "end" } | { kind: "contents", value: Contents } | { kind: "data", bytes: Buffer }
 *   | { kind: "folder", value: { path: string } } | { kind: "file", value: { path: string } }
 *   | { kind: "base", value: BaseContents }} BackupRecord
 *
 * A base copy holds each folder and file of a cluster, a file with its bytes in `data` and `end`, and then `base`.
 * @typedef {object} BaseContents
 * @property {string} startedAt @property {string} stoppedAt by the server's clock; what is restored is later than `stoppedAt`
 * @property {string} startSegment the first segment a restore needs
 * @property {string} system what PostgreSQL calls the cluster, on every copy of it
 * @property {string} version the major one of the server that wrote it
 * @property {number} files @property {number} bytes
 * @property {string} label what PostgreSQL wants to find as `backup_label`
 */

/** What stands for one paper in the hash of all. @param {PaperHead} paper */
export const paperLine = ({ countyId, sha256 }) => `${countyId}/${sha256}\n`;

const kinds = /** @type {const} */ ([
  "begin",
  "table",
  "paper",
  "end",
  "contents",
  "data",
  "folder",
  "file",
  "base",
  "certificate",
]);
const data = kinds.indexOf("data");
/** The largest is the table of contents: 100 bytes for each table, sequence and missing paper. */
const longest = 64 * 1024 * 1024;

/** @param {BackupRecord} record @returns {Buffer} kind, length and content */
export function encodeRecord(record) {
  const value = "value" in record ? Buffer.from(JSON.stringify(record.value)) : Buffer.alloc(0);
  const content = record.kind === "data" ? record.bytes : value;
  const start = Buffer.alloc(5);
  start[0] = kinds.indexOf(record.kind);
  start.writeUInt32BE(content.length, 1);
  return Buffer.concat([start, content]);
}

/** Joins the single rows a server sends to pieces worth compressing. @param {AsyncIterable<Buffer>} source */
export async function* inPieces(source) {
  /** @type {Buffer[]} */
  let waiting = [];
  let size = 0;
  for await (const bytes of source) {
    waiting.push(bytes);
    size += bytes.length;
    if (size < chunkSize) continue;
    yield Buffer.concat(waiting);
    [waiting, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/**
 * @param {AsyncIterable<Buffer>} source
 * @returns {AsyncGenerator<BackupRecord>}
 */
export async function* decodeRecords(source) {
  /** @type {Buffer} */
  let rest = Buffer.alloc(0);
  for await (const bytes of source) {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    while (rest.length >= 5) {
      const length = rest.readUInt32BE(1);
      if (length > longest) throw new Fault("The backup holds what this program cannot read.");
      if (rest.length < 5 + length) break;
      yield decodeRecord(rest[0] ?? -1, rest.subarray(5, 5 + length));
      rest = rest.subarray(5 + length);
    }
  }
  if (rest.length > 0) throw new Fault("The backup ends within a record.");
}

/** @param {number} number @param {Buffer} content @returns {BackupRecord} */
function decodeRecord(number, content) {
  const kind = kinds[number];
  if (kind === undefined) throw new Fault("The backup holds what this program cannot read.");
  if (number === data) return { kind: "data", bytes: content };
  if (kind === "end") return { kind };
  return /** @type {BackupRecord} */ ({ kind, value: JSON.parse(content.toString("utf8")) });
}
