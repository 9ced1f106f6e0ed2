import { readFileSync } from "node:fs";
import path from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";

/** One migration of the tables. */
export interface Migration {
  /** Its file's name. */
  file: string;
  statements: string[];
  hash: string;
  /** When it was made, in milliseconds: what Drizzle knows it by. */
  madeAt: number;
}

/** The migrations of a folder, in the order of its journal. */
export function readMigrations(folder: string): Migration[] {
  const journal = JSON.parse(readFileSync(path.join(folder, "meta", "_journal.json"), "utf8")) as {
    entries: { tag: string; when: number }[];
  };
  const tags = new Map(journal.entries.map(({ tag, when }) => [when, tag]));
  return readMigrationFiles({ migrationsFolder: folder }).map(({ sql, hash, folderMillis }) => ({
    file: `${tags.get(folderMillis)}.sql`,
    statements: sql.map((statement) => statement.trim()).filter((statement) => statement !== ""),
    hash,
    madeAt: folderMillis,
  }));
}
