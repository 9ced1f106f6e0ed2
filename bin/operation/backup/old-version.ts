import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate, type Source } from "@/db/migrate";
import { Fault } from "../console/fault.mjs";
import type { Begin } from "./records.mjs";

/** This program's own tables and living text. */
export const ownSource: Source = {
  migrations: path.resolve(import.meta.dirname, "../../../db/migrations"),
  sql: path.resolve(import.meta.dirname, "../../../db/sql"),
};

interface Journal {
  entries: { tag: string; when: number }[];
}
const journalIn = (place: string): Journal =>
  JSON.parse(readFileSync(path.join(place, "meta", "_journal.json"), "utf8"));

/**
 * Fails when this program cannot bring a database to the version of the backup. Migrations older than the first one kept
 * here are part of that one.
 */
export function demandKnownVersion({ migrations, program }: Begin, own: Source): void {
  const known = journalIn(own.migrations).entries.map(({ when }) => when);
  const first = Math.min(...known);
  if (migrations.includes(first) && migrations.every((madeAt) => madeAt < first || known.includes(madeAt))) return;
  throw new Fault(
    `The backup was made by version ${program}, and its tables are not among the migrations of this program: ` +
      "restore it with that version, and then start this one. Nothing was changed.",
  );
}

/** Fails when the database lacks a migration: a copy brought up to date cannot be equal to it. */
export function demandNewestVersion(migrations: readonly number[]): void {
  const had = new Set(migrations);
  if (journalIn(ownSource.migrations).entries.some(({ when }) => !had.has(when)))
    throw new Fault("The database is not at the newest schema. Bring it there first: npm run db:migrate");
}

/**
 * Builds the tables as they were when the backup was made, without functions, triggers and row security: those are put
 * in place when the rows are there and the migrations since then have been carried out.
 */
export async function buildOldTables(url: string, migrations: readonly number[], own: Source): Promise<void> {
  const copy = mkdtempSync(path.join(tmpdir(), "zhongtiao-version-"));
  try {
    const source = { migrations: path.join(copy, "migrations"), sql: path.join(copy, "sql") };
    cpSync(own.migrations, source.migrations, { recursive: true });
    mkdirSync(source.sql);
    const journal = journalIn(own.migrations);
    const had = new Set(migrations);
    const entries = journal.entries.filter(({ when }) => had.has(when));
    writeFileSync(path.join(source.migrations, "meta", "_journal.json"), JSON.stringify({ ...journal, entries }));
    await migrate(url, source, null, { withoutKeys: true });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
