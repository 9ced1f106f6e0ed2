import type postgres from "postgres";
import type { LivingText } from "./living-text";
import type { Migration } from "./migrations";

/** What a database has: migrations by the time they were made at, and the hash of each file of living text. */
export interface Ledger {
  migrations: ReadonlySet<number>;
  text: ReadonlyMap<string, string>;
}

// The table of migrations is Drizzle's own, so that its tools and databases of older programs agree with us. No login of
// the product has a right in this schema. The key is what app.is_proven() compares with (docs/adr/0002).
const tables = `
  create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
  create table if not exists drizzle.living_text (path text primary key, hash text not null);
  create table if not exists drizzle.unfinished (what text primary key);
  create table if not exists drizzle.actor_key (one boolean primary key default true check (one), secret text not null)`;

export async function ensureLedger(sql: postgres.Sql): Promise<void> {
  // Not "if not exists": that asks for the right to create schemas even where there is nothing to create.
  const [there] = await sql`select where to_regnamespace('drizzle') is not null`;
  if (!there) await sql`create schema drizzle`;
  await sql.unsafe(tables);
}

export async function readLedger(sql: postgres.ISql): Promise<Ledger> {
  const [there] = await sql<{ migrations: boolean; text: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as migrations, to_regclass('drizzle.living_text') is not null as text`;
  const migrations = there?.migrations
    ? await sql<{ at: string }[]>`select created_at::text as at from drizzle.__drizzle_migrations`
    : [];
  const text = there?.text
    ? await sql<{ path: string; hash: string }[]>`select path, hash from drizzle.living_text`
    : [];
  return {
    migrations: new Set(migrations.map(({ at }) => Number(at))),
    text: new Map(text.map(({ path, hash }) => [path, hash])),
  };
}

/** Migrations the database lacks, oldest first: every single one that is missing, not only those after the newest it has. */
export function pendingOf(all: readonly Migration[], ledger: Ledger): Migration[] {
  const [baseline, newest] = [all.at(0)?.madeAt ?? 0, Math.max(...all.map(({ madeAt }) => madeAt))];
  if (ledger.migrations.size > 0 && !ledger.migrations.has(baseline))
    throw new Error("The database is older than the first migration kept here: start it once with the release before.");
  if ([...ledger.migrations].some((madeAt) => madeAt > newest))
    throw new Error("The database was migrated by a newer program than this one. Start that one.");
  return all.filter(({ madeAt }) => !ledger.migrations.has(madeAt));
}

/** Is every file of living text what the database was made from, and is none missing? */
export function isSameText(text: readonly LivingText[], ledger: Ledger): boolean {
  return text.length === ledger.text.size && text.every(({ path, hash }) => ledger.text.get(path) === hash);
}

export async function noteMigration(sql: postgres.ISql, { hash, madeAt }: Migration): Promise<void> {
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${madeAt})`;
}

export async function noteText(sql: postgres.ISql, text: readonly LivingText[]): Promise<void> {
  await sql`delete from drizzle.living_text`;
  if (text.length > 0)
    await sql`insert into drizzle.living_text ${sql(text.map(({ path, hash }) => ({ path, hash })))}`;
}
