import type postgres from "postgres";
import { noteMigration } from "./ledger";
import type { Migration } from "./migrations";
import { run } from "./run-statements";
import { addsWord, statementsOf } from "./split-statements.mjs";

/** The types a migration adds words to, if it does nothing else; otherwise null. */
function typesGivenWords(migration: Migration): string[] | null {
  const found = migration.statements.flatMap(statementsOf).map((statement) => addsWord.exec(statement));
  return found.length > 0 && found.every((each) => each !== null) ? found.map((each) => each?.[1] ?? "") : null;
}

/** Whether a migration adds words to types and does nothing else. */
export const addsOnlyWords = (migration: Migration): boolean => typesGivenWords(migration) !== null;

/** The statement with "if not exists", so that it does no harm when the type has the word already. */
const ifMissing = (statement: string) =>
  statement.replace(addsWord, (start, _type, guard) => (guard ? start : `${start}if not exists `));

/**
 * Adds new words to types the database already has, each migration committed before anything else begins: PostgreSQL
 * lets nobody use a word in the transaction that added it (55P04). From the first words of a type that is itself still to be
 * created on, all are left for later: words come in the order of their migrations, however old the database is.
 */
export async function applyEnumWords(client: postgres.Sql, pending: readonly Migration[]): Promise<void> {
  for (const migration of pending) {
    const types = typesGivenWords(migration);
    if (!types) continue;
    const missing = await client`
      select from unnest(${types}::text[]) name where to_regtype(format('public.%I', name)) is null`;
    if (missing.length > 0) return;
    await client.begin(async (sql) => {
      await run(sql, migration.file, migration.statements.flatMap(statementsOf).map(ifMissing));
      await noteMigration(sql, migration);
    });
  }
}
