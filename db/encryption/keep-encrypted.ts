import type postgres from "postgres";
import { keyedBodyHash } from "./body-hash";
import { decrypted, encrypted, forgetKeys, hashesFor, keyIdOf, keyRing, type Place, phoneHashes } from "./encrypt";
import { type EncryptedColumn, type EncryptedTable, encryptedColumns, hashesOf } from "./encrypted-columns";
import { keyFile, makeKeyFile, namesKeys, readKeyRing } from "./key-ring.mjs";

const batchSize = 2000;
const encryptedTables = [...new Set(encryptedColumns.map(({ table }) => table))];
const columnsIn = (table: EncryptedTable): EncryptedColumn[] => encryptedColumns.filter((each) => each.table === table);
type Row = Record<string, string>;

/** Whether the database has the encrypted columns: an older one, brought up by a part of the migrations, has none. */
async function isEncrypting(sql: postgres.ISql): Promise<boolean> {
  const [found] = await sql`
    select from pg_constraint where conname = 'parties_phone_encrypted' and connamespace = 'public'::regnamespace`;
  return found !== undefined;
}

/** The keys that values of the database are encrypted with. */
export async function keysInUse(sql: postgres.ISql): Promise<string[]> {
  if (!(await isEncrypting(sql))) return [];
  const each = encryptedColumns.map(
    ({ table, column }) =>
      `select distinct split_part(${column}, '.', 2) as id from ${table} where ${column} like 'e1.%'`,
  );
  const rows = await sql.unsafe<{ id: string }[]>(each.join(" union "));
  return rows.map(({ id }) => id).sort();
}

/**
 * Sees to it that the keys of this database are there, and makes the first one where nothing is encrypted yet and no
 * setting names a file. Fails with what is missing: a database without its keys is not started.
 */
export async function demandKeys(sql: postgres.ISql): Promise<void> {
  const used = await keysInUse(sql);
  forgetKeys();
  const file = keyFile();
  let ring = readKeyRing();
  if (!ring && used.length === 0 && file && !namesKeys()) ring = makeKeyFile(file);
  const where = ring?.where ?? `${file} (ZHONGTIAO_CONTACT_KEY_FILE), which is not there`;
  if (!ring && used.length === 0)
    throw new Error(`There are no contact keys in ${where}. Make them: npm run db:rekey -- --new-key ${file}`);
  const missing = used.filter((id) => !ring?.keys.some((key) => key.id === id));
  if (missing.length > 0)
    throw new Error(
      `Phones, addresses and ID numbers are encrypted with the key ${missing.join(", ")}, which is not in ${where}. ` +
        "Put the file of the installation they come from there, or its line into yours (docs/operations.md).",
    );
}

/**
 * The step of an upgrade that encrypts what was stored in plain words, in the transaction of the migration that demands it,
 * before triggers are there again. Gives the tables it changed. Nothing happens where all is encrypted.
 */
export async function encryptExisting(sql: postgres.TransactionSql): Promise<string[]> {
  const open = await sql<{ name: string; table: string }[]>`
    select conname as name, conrelid::regclass::text as table from pg_constraint
    where not convalidated and connamespace = 'public'::regnamespace and conname ~ '_(encrypted|hashed|keyed)$' order by 1`;
  if (open.length === 0) return [];
  const counts: Record<string, number> = {};
  // An empty database needs no key, also where a restore builds one before the keys are there.
  if (await hasRows(sql)) {
    await demandKeys(sql);
    for (const table of encryptedTables) counts[table] = await reencryptAll((batch) => batch(sql), table);
    counts.people = await rehashPeople(sql);
    counts.idempotency_keys = await keyBodies(sql);
  }
  for (const { name, table } of open) await sql.unsafe(`alter table ${table} validate constraint ${name}`);
  return Object.keys(counts).filter((table) => counts[table]);
}

async function hasRows(sql: postgres.ISql): Promise<boolean> {
  const tables = [...encryptedTables, "people", "idempotency_keys"].map((table) => `exists (select from ${table})`);
  const [found] = await sql.unsafe<{ is: boolean }[]>(`select ${tables.join(" or ")} as is`);
  return found?.is ?? false;
}

/**
 * Encrypts everything with the current key that is encrypted with another one, in batches that are each committed: it may be
 * interrupted and begun again. The hashes change too, so that nobody may work meanwhile. Gives how many rows it changed.
 */
export async function reencryptStale(client: postgres.Sql): Promise<number> {
  if (!(await isEncrypting(client))) return 0;
  await client`set statement_timeout = 0`;
  await demandKeys(client);
  let changed = await rehashPeople(client);
  for (const table of encryptedTables)
    changed += await reencryptAll((batch) => client.begin((sql) => batch(sql)) as Promise<number>, table);
  return changed;
}

async function reencryptAll(
  inTransaction: (batch: (sql: postgres.TransactionSql) => Promise<number>) => Promise<number>,
  table: EncryptedTable,
): Promise<number> {
  let total = 0;
  for (;;) {
    const changed = await inTransaction((sql) => reencryptBatch(sql, table));
    total += changed;
    if (changed < batchSize) return total;
  }
}

async function reencryptBatch(sql: postgres.TransactionSql, table: EncryptedTable): Promise<number> {
  const columns = columnsIn(table);
  const current = `e1.${keyRing().current.id}.%`;
  const isStale = columns.map(({ column }) => `${column} <> '' and ${column} not like '${current}'`).join(" or ");
  const names = [...new Set(columns.flatMap(({ column, of }) => [column, ...(of ? [of.id] : [])]))].join(", ");
  const rows = await sql.unsafe<Row[]>(
    `select county_id, id, ${names} from ${table} where ${isStale} limit ${batchSize} for update`,
  );
  if (rows.length === 0) return 0;
  const written = rows.map((row) => reencrypted(columns, row));
  const set = Object.keys(written[0] ?? {}).filter((name) => name !== "county_id" && name !== "id");
  await sql.unsafe(
    `update ${table} t set ${set.map((name) => `${name} = v.${name}`).join(", ")}
      from jsonb_to_recordset($1::text::jsonb) as v (county_id uuid, id uuid, ${set.map((name) => `${name} text`).join(", ")})
      where t.county_id = v.county_id and t.id = v.id`,
    [JSON.stringify(written)],
  );
  return rows.length;
}

/** A row's encrypted columns and their hashes as they are written anew. */
function reencrypted(columns: readonly EncryptedColumn[], row: Row): Row {
  const { county_id: countyId = "", id = "" } = row;
  const next: Row = { county_id: countyId, id };
  for (const { table, column, kind, of } of columns) {
    const place = { countyId, table: of?.table ?? table, column, id: of ? row[of.id] : id } as Place;
    const value = row[column] ?? "";
    const text = keyIdOf(value) ? decrypted(place, value) : value;
    next[column] = encrypted(place, text);
    for (const [i, suffix] of hashesOf[kind].entries())
      next[`${column}_${suffix}`] = hashesFor(countyId, kind, text)[i] ?? "";
  }
  return next;
}

/** Colleagues' phones stay readable; the hash beside each is what a party's helper is compared by. */
async function rehashPeople(sql: postgres.ISql): Promise<number> {
  const people = await sql<{ county_id: string; id: string; phone: string; phone_hash: string }[]>`
    select county_id, id, phone, phone_hash from people where phone <> ''`;
  const stale = people
    .map(({ county_id, id, phone, phone_hash }) => ({
      county_id,
      id,
      before: phone_hash,
      ...phoneHashes(county_id, phone),
    }))
    .filter(({ before, hash }) => before !== hash);
  if (stale.length > 0)
    await sql`update people p set phone_hash = v.hash
      from jsonb_to_recordset(${JSON.stringify(stale)}::text::jsonb) as v (county_id uuid, id uuid, hash text)
      where p.county_id = v.county_id and p.id = v.id`;
  return stale.length;
}

/** Bodies of requests may hold a phone and nothing else that is unknown: their hashes were bare and become keyed. */
async function keyBodies(sql: postgres.ISql): Promise<number> {
  const bare = await sql<
    { hash: string }[]
  >`select distinct body_hash as hash from idempotency_keys where length(body_hash) = 64`;
  const keyed = bare.map(({ hash }) => ({ bare: hash, keyed: keyedBodyHash(hash) }));
  if (keyed.length > 0)
    await sql`update idempotency_keys k set body_hash = v.keyed
      from jsonb_to_recordset(${JSON.stringify(keyed)}::text::jsonb) as v (bare text, keyed text) where k.body_hash = v.bare`;
  return keyed.length;
}

/** Empties what was encrypted with a key that is lost for good, so that the rest can be used. Gives how many values. */
export async function giveUpLost(sql: postgres.ISql): Promise<number> {
  // Never made here: where the setting names the wrong file, this would empty what its key still opens.
  if (!readKeyRing()) {
    const file = keyFile() ?? "<file>";
    throw new Error(
      `There are no contact keys in ${file}. If they are lost for good, make new ones first: npm run db:rekey -- --new-key ${file}`,
    );
  }
  const known = keyRing().keys.map(({ id }) => id);
  let count = 0;
  for (const { table, column, kind } of encryptedColumns) {
    const names = [column, ...hashesOf[kind].map((suffix) => `${column}_${suffix}`)];
    const emptied = await sql.unsafe(
      `update ${table} set ${names.map((name) => `${name} = ''`).join(", ")}
        where ${column} like 'e1.%' and split_part(${column}, '.', 2) <> all ($1::text[])`,
      [known],
    );
    count += emptied.count;
  }
  return count;
}
