// npm run db:generate -- --name <what>: writes the migration that leads to what db/schema says now. New words of a type
// go into a migration of their own, and only the newest snapshot is kept.
import "./operation/checkout/node-version.mjs";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureInstalled } from "./operation/checkout/install.mjs";
import { inModules, root } from "./operation/checkout/paths.mjs";
import { splitWords } from "./operation/database/split-words.mjs";
import { runOwned } from "./operation/processes/run.mjs";
import { handleSignals, main } from "./operation/processes/shutdown.mjs";

const folder = path.join(root, "db", "migrations");
const meta = path.join(folder, "meta");
const journalFile = path.join(meta, "_journal.json");
const readJournal = () => JSON.parse(readFileSync(journalFile, "utf8"));
/** @param {string} tag */
const snapshotOf = (tag) => path.join(meta, `${tag.slice(0, 4)}_snapshot.json`);

handleSignals();
await main(async () => {
  await ensureInstalled();
  const before = readJournal().entries.length;
  const { code } = await runOwned([
    process.execPath,
    inModules("drizzle-kit", "bin.cjs"),
    "generate",
    ...process.argv.slice(2),
  ]);
  if (code !== 0) return code;
  const journal = readJournal();
  if (journal.entries.length === before) return 0;

  const last = journal.entries.at(-1);
  const parts = splitWords(last, readFileSync(path.join(folder, `${last.tag}.sql`), "utf8"));
  if (parts.length > 1) {
    rmSync(path.join(folder, `${last.tag}.sql`));
    for (const { entry, text } of parts) writeFileSync(path.join(folder, `${entry.tag}.sql`), text);
    journal.entries.splice(-1, 1, ...parts.map(({ entry }) => entry));
    writeFileSync(journalFile, JSON.stringify(journal, null, 2));
    renameSync(snapshotOf(last.tag), snapshotOf(journal.entries.at(-1).tag));
    process.stdout.write(`New words first: ${parts.map(({ entry }) => `${entry.tag}.sql`).join(", then ")}\n`);
  }
  const keep = path.basename(snapshotOf(journal.entries.at(-1).tag));
  for (const name of readdirSync(meta))
    if (name.endsWith("_snapshot.json") && name !== keep) rmSync(path.join(meta, name));
});
