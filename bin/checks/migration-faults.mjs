import { addsWord, statementsOf } from "../../db/migrating/split-statements.mjs";

const logic =
  /\b(?:create|alter|drop)\s+(?:or\s+replace\s+)?(?:constraint\s+|materialized\s+)?(?:function|procedure|trigger|policy|view)\b|\brow\s+level\s+security\b/i;
const rights = /\bgrant\s+\w|\brevoke\s+\w|\balter\s+default\s+privileges\b/i;
const ours = /\bapp\.\w+\s*\(/i;

/**
 * @typedef {object} MigrationFolder
 * @property {{ tag: string }[]} entries of the journal, oldest first
 * @property {Record<string, string>} files text by name, "0001_word.sql"
 * @property {string[]} snapshots names, "0001_snapshot.json"
 */

/**
 * What is wrong with a folder of migrations, each fault with what to do.
 * @param {MigrationFolder} folder
 * @returns {string[]}
 */
export function migrationFaults({ entries, files, snapshots }) {
  const faults = [];
  const named = entries.map(({ tag }) => `${tag}.sql`);
  for (const file of named) if (!(file in files)) faults.push(`the journal names ${file}, which is not there`);
  for (const file of Object.keys(files))
    if (!named.includes(file)) faults.push(`${file} stands in no journal: make migrations by npm run db:generate`);
  const wanted = `${(entries.at(-1)?.tag ?? "").slice(0, 4)}_snapshot.json`;
  if (snapshots.length !== 1 || snapshots[0] !== wanted)
    faults.push(`meta holds ${snapshots.join(", ") || "no snapshot"}: keep ${wanted} and nothing else`);
  for (const [file, text] of Object.entries(files)) faults.push(...textFaults(file, text, file === named[0]));
  return faults;
}

/**
 * The first migration creates the product's role and grants it to the role that migrates; no later migration may change roles or rights.
 * @param {string} file @param {string} text @param {boolean} isFirst @returns {string[]}
 */
function textFaults(file, text, isFirst) {
  const statements = statementsOf(text);
  const faults = [];
  const words = statements.filter((statement) => addsWord.test(statement)).length;
  if (words > 0 && words < statements.length)
    faults.push(
      `${file} adds words to a type beside other changes; an installed database could not use them (55P04). Words go ` +
        "into a migration of their own: npm run db:generate makes the two",
    );
  for (const statement of statements) {
    const start = statement.replace(/\n[\s\S]*/, "").slice(0, 100);
    if (logic.test(statement) || (!isFirst && rights.test(statement)))
      faults.push(
        `${file}: functions, triggers, policies and grants are written in db/sql, not in a migration: ${start}`,
      );
    else if (ours.test(statement))
      faults.push(
        `${file}: functions of db/sql are not there while migrations run, and no table may need one: ${start}`,
      );
  }
  return faults;
}
