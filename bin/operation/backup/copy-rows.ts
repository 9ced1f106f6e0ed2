import { createHash } from "node:crypto";
import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import { isOneServer, promptSocket } from "@/db/prompt-socket";
import type { TableCount, TableHead } from "./records.mjs";
import { linesIn } from "./verify-backup.mjs";

/** A connection for long work: one, without limits of time. */
export const openWithoutLimits = (url: string): postgres.Sql =>
  postgres(url, {
    max: 1,
    onnotice: () => undefined,
    // Otherwise the end of each table waits 40 ms until its rows were acknowledged.
    ...(isOneServer(url) ? { socket: promptSocket } : {}),
    connection: {
      application_name: "zhongtiao backup",
      statement_timeout: 0,
      lock_timeout: 30_000,
      idle_in_transaction_session_timeout: 0,
    },
  });

/** So that the same values are the same text on every server. Lasts for the transaction. */
export const sameText = (tx: postgres.ISql): Promise<unknown> =>
  tx.unsafe(`set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
    set local extra_float_digits = 3; set local bytea_output = 'hex'; set local search_path = pg_catalog, public`);

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const tableName = ({ schema, name }: { schema: string; name: string }): string =>
  `${quoted(schema)}.${quoted(name)}`;

/** The rows of a table as COPY writes them, in the order of its key. */
export async function rowsOut(tx: postgres.ISql, table: TableHead): Promise<Readable> {
  const columns = table.columns.map(quoted).join(", ");
  const order = table.key.length > 0 ? table.key.join(", ") : 't::text collate "C"';
  const rows = await tx
    .unsafe(`copy (select ${columns} from ${tableName(table)} t order by ${order}) to stdout`)
    .readable();
  // The driver stops listening while much waits to be read, and would not begin again for the end of the answer.
  rows.once("end", () => rows._read(0));
  return rows;
}

/** Counts and hashes a table's rows as a backup does, so that two databases can be compared. */
export async function countTable(tx: postgres.ISql, table: TableHead): Promise<TableCount> {
  const hash = createHash("sha256");
  let rows = 0;
  for await (const bytes of await rowsOut(tx, table)) {
    hash.update(bytes);
    rows += linesIn(bytes);
  }
  return { table: `${table.schema}.${table.name}`, rows, sha256: hash.digest("hex") };
}

/** Writes rows into a table; fails when the server refuses one. */
export async function rowsIn(tx: postgres.ISql, table: TableHead, rows: AsyncIterable<Buffer>): Promise<void> {
  const query = tx.unsafe(`copy ${tableName(table)} (${table.columns.map(quoted).join(", ")}) from stdin`);
  // What the server refuses after the last row is told to the query, which was answered with the stream before, and the
  // stream would wait for ever.
  const refused = new Promise<never>((_, reject) => {
    Object.assign(query, { reject });
  });
  refused.catch(() => undefined);
  const into: Writable = await Promise.race([query.writable(), refused]);
  await Promise.race([pipeline(rows, into), refused]);
}
