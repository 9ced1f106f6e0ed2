import { createHash } from "node:crypto";
import { type FileStore, sha256Of } from "@/server/files/parts/file-store";
import { certificatesHash, readCertificates } from "./certificate-files.mjs";
import { countTable, openWithoutLimits, sameText } from "./copy-rows";
import { demandWholeSight, tablesOf } from "./describe-database";
import { namedPapers } from "./named-papers";
import { type Contents, type PaperHead, paperLine, type TableCount } from "./records.mjs";

export interface Compared {
  table: string;
  rows: number;
  source: string;
  copy: string;
  isEqual: boolean;
}

/**
 * Compares what a backup read from its source with what a database restored from it holds, table by table and row by
 * row: each hash is over all rows in the order of their keys. Papers and the keys of
 * seals are read and hashed once more.
 */
export async function compareCopy(
  contents: Contents,
  url: string,
  store: FileStore,
  certificates: string,
): Promise<Compared[]> {
  const sql = openWithoutLimits(url);
  try {
    return await sql.begin("isolation level repeatable read read only", async (tx) => {
      await sameText(tx);
      const tables = await tablesOf(tx);
      await demandWholeSight(tx, tables);
      const counted: TableCount[] = [];
      for (const table of tables) counted.push(await countTable(tx, table));
      const papers = await tx.unsafe<PaperHead[]>(namedPapers);
      counted.push(await countPapers(papers, store));
      const seals = await readCertificates(certificates);
      counted.push({ table: "keys of seals", rows: seals.length, sha256: certificatesHash(seals) });
      const listed = { table: "papers", rows: contents.papers.count, sha256: contents.papers.sha256 };
      const keys = contents.certificates ?? { count: 0, sha256: certificatesHash([]) };
      return side(
        [...contents.tables, listed, { table: "keys of seals", rows: keys.count, sha256: keys.sha256 }],
        counted,
      );
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function countPapers(papers: readonly PaperHead[], store: FileStore): Promise<TableCount> {
  const hash = createHash("sha256");
  let rows = 0;
  for (const { countyId, sha256 } of papers) {
    const bytes = await store.get(countyId, sha256);
    if (!bytes) continue;
    rows += 1;
    hash.update(paperLine({ countyId, sha256: sha256Of(bytes) }));
  }
  return { table: "papers", rows, sha256: hash.digest("hex") };
}

/** Side by side; a table that only one of them has is a difference. */
function side(source: readonly TableCount[], copy: readonly TableCount[]): Compared[] {
  const names = new Set([...source, ...copy].map(({ table }) => table));
  return [...names].map((table) => {
    const [one, other] = [source, copy].map((list) => list.find((each) => each.table === table));
    return {
      table,
      rows: one?.rows ?? 0,
      source: one?.sha256 ?? "missing",
      copy: other?.sha256 ?? "missing",
      isEqual: one !== undefined && one.rows === other?.rows && one.sha256 === other.sha256,
    };
  });
}

const shown = 16;

/** The comparison as lines to read: table, rows, hash of the source, hash of the copy, equal or not. */
export function comparisonLines(compared: readonly Compared[]): string[] {
  const line = (cells: readonly string[]) =>
    [
      (cells[0] ?? "").padEnd(38),
      (cells[1] ?? "").padStart(9),
      ...cells.slice(2).map((cell) => cell.padEnd(shown)),
    ].join("  ");
  return [
    line(["table", "rows", "source", "copy", "equal"]),
    ...compared.map(({ table, rows, source, copy, isEqual }) =>
      line([table, String(rows), source.slice(0, shown), copy.slice(0, shown), isEqual ? "yes" : "NO"]).trimEnd(),
    ),
  ];
}
