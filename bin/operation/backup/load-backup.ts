import type postgres from "postgres";
import type { FileStore } from "@/server/files/parts/file-store";
import { Fault } from "../console/fault.mjs";
import type { CertificateFile } from "./certificate-files.mjs";
import { openWithoutLimits, quoted, rowsIn, sameText, tableName } from "./copy-rows";
import { tablesOf } from "./describe-database";
import type { BackupKey } from "./key-file.mjs";
import { readBackup } from "./read-backup.mjs";
import type { BackupRecord, Contents, SequenceState } from "./records.mjs";

export interface Loaded {
  contents: Contents;
  /** Tables whose rows were left out. */
  leftOut: string[];
  /** The keys of seals, which lie outside the database. */
  certificates: CertificateFile[];
}

/**
 * Fills the tables of an empty database from a backup and puts its papers into the store. One transaction: the server
 * refuses all rows or none. Rows are loaded without triggers and foreign keys; the keys are made anew at the end and
 * checked for every row. A table no migration makes was made by hand: its rows are left out, and it is named.
 */
export async function loadBackup(
  url: string,
  { file, key, store, note }: { file: string; key: BackupKey; store: FileStore; note?: (text: string) => void },
): Promise<Loaded> {
  const sql = openWithoutLimits(url);
  const records = readBackup(file, key);
  try {
    return await sql.begin(async (tx) => {
      await sameText(tx);
      const tables = (await tablesOf(tx)).map(tableName);
      const keys = await withoutForeignKeys(tx);
      await tx.unsafe(tables.map((table) => `alter table ${table} disable trigger user`).join(";"));
      const loaded = await putRecords(tx, records, new Set(tables), store, note);
      note?.("checking what rows refer to");
      await tx.unsafe(tables.map((table) => `alter table ${table} enable trigger user`).join(";"));
      await changeTables(tx, keys, ({ name, definition }) => `add constraint ${quoted(name)} ${definition}`);
      for (const sequence of loaded.contents.sequences) await setSequence(tx, sequence);
      return loaded;
    });
  } finally {
    await records.return(undefined);
    await sql.end({ timeout: 5 });
  }
}

async function putRecords(
  tx: postgres.ISql,
  records: AsyncGenerator<BackupRecord>,
  known: ReadonlySet<string>,
  store: FileStore,
  note?: (text: string) => void,
): Promise<Loaded> {
  let papers = 0;
  const leftOut: string[] = [];
  const certificates: CertificateFile[] = [];
  for (;;) {
    const { value: record } = await records.next();
    if (!record) throw new Fault("The backup has no table of contents.");
    if (record.kind === "contents") return { contents: record.value, leftOut, certificates };
    if (record.kind === "table") {
      const { schema, name } = record.value;
      note?.(name);
      if (known.has(tableName(record.value))) {
        // Rows that a migration wrote: the backup has them too.
        await tx.unsafe(`delete from ${tableName(record.value)}`);
        await rowsIn(tx, record.value, dataOf(records));
      }
      // Its data records are passed over, up to its end.
      else leftOut.push(`${schema}.${name}`);
    } else if (record.kind === "paper") {
      papers += 1;
      if (papers % 100 === 1) note?.(`paper ${papers}`);
      const { countyId, sha256 } = record.value;
      if ((await store.put(countyId, await allOf(records))) !== sha256)
        throw new Fault(`The paper ${sha256} does not fit its hash.`);
    } else if (record.kind === "certificate")
      certificates.push({ name: record.value.name, bytes: await allOf(records) });
  }
}

/** What follows a table, paper or key, up to its end. */
async function* dataOf(records: AsyncGenerator<BackupRecord>): AsyncGenerator<Buffer> {
  for (;;) {
    const { value: record } = await records.next();
    if (record?.kind !== "data") return;
    yield record.bytes;
  }
}

async function allOf(records: AsyncGenerator<BackupRecord>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const bytes of dataOf(records)) parts.push(bytes);
  return Buffer.concat(parts);
}

interface Key {
  table: string;
  name: string;
  definition: string;
}

/** Drops every foreign key and gives how to make it anew. */
async function withoutForeignKeys(tx: postgres.ISql): Promise<Key[]> {
  const keys = await tx<Key[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'f' and connamespace in (to_regnamespace('public'), to_regnamespace('graphile_worker'))`;
  await changeTables(tx, keys, ({ name }) => `drop constraint ${quoted(name)}`);
  return keys;
}

/** Each table in one statement: after every statement the server reads anew what it knows of a table. */
async function changeTables(tx: postgres.ISql, keys: readonly Key[], change: (key: Key) => string): Promise<void> {
  const tables = new Map<string, string[]>();
  for (const key of keys) tables.set(key.table, [...(tables.get(key.table) ?? []), change(key)]);
  for (const [table, changes] of tables) await tx.unsafe(`alter table ${table} ${changes.join(", ")}`);
}

async function setSequence(tx: postgres.ISql, { schema, name, last, isCalled }: SequenceState): Promise<void> {
  await tx`select setval(there, ${last}::bigint, ${isCalled}) from to_regclass(${tableName({ schema, name })}) there where there is not null`;
}
