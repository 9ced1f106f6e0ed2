import path from "node:path";
import { runMigrations as migrateQueue } from "graphile-worker";
import type postgres from "postgres";
import { openDatabase } from "./client";
import { encryptExisting, reencryptStale } from "./encryption/keep-encrypted";
import { checkTablesStandAlone, clearLivingText } from "./migrating/clear-living-text";
import { createLivingText, withdrawRights } from "./migrating/create-living-text";
import { addsOnlyWords, applyEnumWords } from "./migrating/enum-words";
import { ensureLedger, isSameText, noteMigration, noteText, pendingOf, readLedger } from "./migrating/ledger";
import { readLivingText } from "./migrating/living-text";
import { type Migration, readMigrations } from "./migrating/migrations";
import { ensureQueueRights } from "./migrating/queue-rights";
import { ensureGroups, ensureLogins, type Logins, leaveGroups } from "./migrating/roles";
import { run } from "./migrating/run-statements";

/** Where the tables' migrations and the living text of everything else are kept. */
export interface Source {
  migrations: string;
  sql: string;
}
const ours: Source = {
  migrations: path.join(import.meta.dirname, "migrations"),
  sql: path.join(import.meta.dirname, "sql"),
};

/**
 * Brings the database at `url` to the newest schema: our tables, functions, triggers, policies and grants, and the job
 * queue; and makes the product's logins, if they are named. Safe to repeat, and quick when nothing is new. `url` is the
 * owner's address. docs/adr/0018 says how and why, 0002 what the logins are for. Fails when encrypted values are there and
 * their keys are not (0033), unless it goes on `withoutKeys`: a restore says so at its end.
 */
export async function migrate(
  url: string,
  source: Source = ours,
  logins: Logins | null = null,
  { withoutKeys = false } = {},
): Promise<void> {
  const { client, close } = openDatabase(url, { max: 1 });
  try {
    await ensureGroups(client);
    await forgetPlainWords(client, await bringUp(client, source));
    if (!withoutKeys) await reencryptStale(client);
    await migrateQueue({ connectionString: url });
    await ensureQueueRights(client);
    await leaveGroups(client);
    if (logins) await ensureLogins(client, logins);
  } finally {
    await close();
  }
}

/** Gives the tables in which plain words were encrypted. */
async function bringUp(client: postgres.Sql, source: Source): Promise<readonly string[]> {
  const migrations = readMigrations(source.migrations);
  const text = readLivingText(source.sql);
  const ledger = await readLedger(client);
  if (pendingOf(migrations, ledger).length === 0 && isSameText(text, ledger)) return [];

  // One process migrates at a time; the others wait here and then find nothing left to do. Changing a big table may
  // take long; only the wait for its lock is limited.
  await client`set lock_timeout = 0`;
  await client`set statement_timeout = 0`;
  await client`select pg_advisory_lock(hashtext('zhongtiao migrate'))`;
  await client`set lock_timeout = '30s'`;
  await ensureLedger(client);
  await commitEnumWords(client, migrations);
  return client.begin(async (sql) => {
    const now = await readLedger(sql);
    const pending = pendingOf(migrations, now);
    if (pending.length === 0 && isSameText(text, now)) return [];
    await sql`set local search_path = public`;
    await checkTablesStandAlone(sql);
    await clearLivingText(sql);
    await carryOut(sql, pending);
    const freshlyEncrypted = await encryptExisting(sql);
    await createLivingText(sql, text);
    // A database without the function is of a test's own source.
    await sql`do $$ begin
      if to_regproc('app.cover_existing') is not null then perform app.cover_existing(); end if;
      if to_regproc('app.count_existing') is not null then perform app.count_existing(); end if;
      if to_regproc('app.freeze_existing') is not null then perform app.freeze_existing(); end if;
      if to_regproc('app.write_place_keys') is not null then perform app.write_place_keys(); end if;
      if to_regproc('app.write_missing_words') is not null then perform app.write_missing_words(); end if;
      if to_regproc('app.note_covered') is not null then perform app.note_covered(); end if; end $$`;
    await noteText(sql, text);
    return freshlyEncrypted;
  });
}

/** Old versions of rows and the statistics of columns still hold what was encrypted: the tables are written anew. */
async function forgetPlainWords(client: postgres.Sql, tables: readonly string[]): Promise<void> {
  for (const table of tables)
    for (let tries = 1; tries <= 40; tries += 1) {
      await client.unsafe(`select pg_stat_force_next_flush()`);
      await client.unsafe(`vacuum (full, analyze) ${table}`);
      // Whoever looks at the database meanwhile, such as the server's own autovacuum, keeps old versions in the new file.
      const [left] = await client.unsafe(
        `select n_dead_tup > 0 as any from pg_stat_user_tables where relname = '${table}'`,
      );
      if (!left?.any) break;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
}

/**
 * Commits every new word of an enum by itself. Where its type is new as well, the migrations up to the word are
 * committed first, as PostgreSQL before 17 lets nobody use a word added in the transaction that made the type. Until the
 * text is created again nobody but the owner reads anything: without policies nobody may have rights.
 */
async function commitEnumWords(client: postgres.Sql, migrations: readonly Migration[]): Promise<void> {
  for (;;) {
    await applyEnumWords(client, pendingOf(migrations, await readLedger(client)));
    const pending = pendingOf(migrations, await readLedger(client));
    const before = pending.slice(0, Math.max(0, pending.findIndex(addsOnlyWords)));
    if (before.length === 0) return;
    await client.begin(async (sql) => {
      await sql`set local search_path = public`;
      await clearLivingText(sql);
      await withdrawRights(sql);
      await carryOut(sql, before);
      await noteText(sql, []);
    });
  }
}

async function carryOut(sql: postgres.TransactionSql, migrations: readonly Migration[]): Promise<void> {
  for (const migration of migrations) {
    await run(sql, migration.file, migration.statements);
    await noteMigration(sql, migration);
  }
}
