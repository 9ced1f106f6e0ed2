import { createHash } from "node:crypto";
import { Fault } from "../console/fault.mjs";
import { certificatesHash } from "./certificate-files.mjs";
import { readBackup } from "./read-backup.mjs";
import { paperLine } from "./records.mjs";

/**
 * Reads a whole backup, as a restore does, and compares every table and paper with its SHA-256 and all of them with
 * the table of contents. Needs nothing but Node, the file and its key; fails when anything does not fit.
 * @param {string} file
 * @param {import("./key-file.mjs").BackupKey} key
 * @returns {Promise<{ begin: import("./records.mjs").Begin, contents: import("./records.mjs").Contents }>}
 */
export async function verifyBackup(file, key) {
  /** @type {import("./records.mjs").Begin | undefined} */
  let begin;
  /** @type {import("./records.mjs").Contents | undefined} */
  let contents;
  /** @type {import("./records.mjs").TableCount[]} */
  const tables = [];
  const papers = { count: 0, bytes: 0 };
  const paperHash = createHash("sha256");
  /** @type {import("./certificate-files.mjs").CertificateFile[]} */
  const certificates = [];
  /** @type {import("./records.mjs").BackupRecord | undefined} */
  let current;
  let hash = createHash("sha256");
  let [lines, size] = [0, 0];
  /** @type {Buffer[]} */
  let small = [];
  for await (const record of readBackup(file, key)) {
    if (contents) throw new Fault("The backup goes on behind its table of contents.");
    if (record.kind === "begin") begin = record.value;
    else if (record.kind === "contents") contents = record.value;
    else if (record.kind === "data") {
      hash.update(record.bytes);
      lines += linesIn(record.bytes);
      size += record.bytes.length;
      if (current?.kind === "certificate") small.push(record.bytes);
    } else if (record.kind === "end") {
      const sha256 = hash.digest("hex");
      if (current?.kind === "table")
        tables.push({ table: `${current.value.schema}.${current.value.name}`, rows: lines, sha256 });
      else if (current?.kind === "paper") {
        if (current.value.sha256 !== sha256)
          throw new Fault(`The paper ${current.value.sha256} does not fit its hash.`);
        paperHash.update(paperLine(current.value));
        papers.count += 1;
        papers.bytes += size;
      } else if (current?.kind === "certificate")
        certificates.push({ name: current.value.name, bytes: Buffer.concat(small) });
    } else {
      current = record;
      hash = createHash("sha256");
      [lines, size] = [0, 0];
      small = [];
    }
  }
  if (!begin || !contents) throw new Fault("The backup has no table of contents.");
  demandSame(tables, { ...papers, sha256: paperHash.digest("hex") }, contents);
  if (certificatesHash(certificates) !== (contents.certificates?.sha256 ?? certificatesHash([])))
    throw new Fault("The keys of seals in the backup are not those that its contents list.");
  return { begin, contents };
}

/** Rows as COPY writes them: a line each, line ends within values are escaped. @param {Buffer} bytes */
export function linesIn(bytes) {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

/**
 * @param {import("./records.mjs").TableCount[]} tables
 * @param {import("./records.mjs").PaperCount} papers
 * @param {import("./records.mjs").Contents} contents
 */
function demandSame(tables, papers, contents) {
  const differing = tables.find((found, nth) => {
    const listed = contents.tables[nth];
    return listed?.table !== found.table || listed.rows !== found.rows || listed.sha256 !== found.sha256;
  });
  if (differing) throw new Fault(`The table ${differing.table} is not what the table of contents says.`);
  if (tables.length !== contents.tables.length) throw new Fault("The backup lacks tables that its contents list.");
  const listed = contents.papers;
  if (papers.count !== listed.count || papers.bytes !== listed.bytes || papers.sha256 !== listed.sha256)
    throw new Fault("The backup lacks papers that its contents list.");
}
