import path from "node:path";
import { runMigrations as migrateQueue } from "graphile-worker";
import type postgres from "postgres";
import { openDatabase } from "./client";
import { checkTablesStandAlone, clearLivingText } from "./migrating/clear-living-text";
import { createLivingText } from "./migrating/create-living-text";
import { applyEnumWords } from "./migrating/enum-words";
import { ensureLedger, isSameText, noteMigration, noteText, pendingOf, readLedger } from "./migrating/ledger";
import { readLivingText } from "./migrating/living-text";
import { readMigrations } from "./migrating/migrations";
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
 * queue. Safe to repeat, and quick when nothing is new. docs/adr/0018 says how and why.
 */
export async function migrate(url: string, source: Source = ours): Promise<void> {
  const { client, close } = openDatabase(url, { max: 1 });
  try {
    await bringUp(client, source);
  } finally {
    await close();
  }
  await migrateQueue({ connectionString: url });
}

async function bringUp(client: postgres.Sql, source: Source): Promise<void> {
  const migrations = readMigrations(source.migrations);
  const text = readLivingText(source.sql);
  const ledger = await readLedger(client);
  if (pendingOf(migrations, ledger).length === 0 && isSameText(text, ledger)) return;

  // One process migrates at a time; the others wait here and then find nothing left to do. Changing a big table may
  // take long; only the wait for its lock is limited.
  await client`set lock_timeout = 0`;
  await client`set statement_timeout = 0`;
  await client`select pg_advisory_lock(hashtext('zhongtiao migrate'))`;
  await client`set lock_timeout = '30s'`;
  await ensureLedger(client);
  await applyEnumWords(client, pendingOf(migrations, await readLedger(client)));
  await client.begin(async (sql) => {
    const now = await readLedger(sql);
    const pending = pendingOf(migrations, now);
    if (pending.length === 0 && isSameText(text, now)) return;
    await sql`set local search_path = public`;
    await checkTablesStandAlone(sql);
    await clearLivingText(sql);
    for (const migration of pending) {
      await run(sql, migration.file, migration.statements);
      await noteMigration(sql, migration);
    }
    await createLivingText(sql, text);
    await noteText(sql, text);
  });
}
