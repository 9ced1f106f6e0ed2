import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { inModules, root } from "../operation/checkout/paths.mjs";
import { runOwned } from "../operation/processes/run.mjs";
import { migrationFaults } from "./migration-faults.mjs";
import { sourceFiles, textOf } from "./source-files.mjs";
import { sqlFaults } from "./sql-faults.mjs";

/** Migrations change only tables, and new enum words come in migrations of their own; everything else is living text in db/sql. */
export function migrations() {
  const files = sourceFiles(/^db\/migrations\/[^/]+$/);
  const faults = migrationFaults({
    entries: JSON.parse(textOf("db/migrations/meta/_journal.json")).entries,
    files: Object.fromEntries(files.map((file) => [path.basename(file), textOf(file)])),
    snapshots: sourceFiles(/^db\/migrations\/meta\/.*snapshot\.json$/).map((file) => path.basename(file)),
  });
  const texts = sourceFiles(/^db\/sql\/.*\.sql$/);
  faults.push(...texts.flatMap((file) => sqlFaults(file.replace("db/sql/", ""), textOf(file))));
  if (faults.length) throw new Error(faults.join("\n"));
  return `${files.length} migrations, ${texts.length} files of living text`;
}

/** The migrations lead to what db/schema says: Drizzle finds nothing to add. It is asked in a copy, where it may write. */
export async function schema() {
  mkdirSync(path.join(root, ".data"), { recursive: true });
  const folder = mkdtempSync(path.join(root, ".data", "schema-check-"));
  try {
    cpSync(path.join(root, "db", "migrations"), folder, { recursive: true });
    const known = readdirSync(folder).length;
    const drizzle = inModules("drizzle-kit", "bin.cjs");
    const options = ["--dialect", "postgresql", "--schema", "./db/schema/*.ts", "--out", path.relative(root, folder)];
    const { code, words } = await runOwned([process.execPath, drizzle, "generate", ...options], { quiet: true });
    if (code !== 0) throw new Error(words.trim());
    const made = readdirSync(folder).length - known;
    if (made > 0)
      throw new Error("db/schema says more than the migrations do. Run: npm run db:generate -- --name <what>");
    return "no migration is missing";
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
