import { addsWord } from "../../../db/migrating/split-statements.mjs";

/** @typedef {{ idx: number, when: number, tag: string, version: string, breakpoints: boolean }} JournalEntry */

const breakpoint = "--> statement-breakpoint";

/**
 * A generated migration in the parts it has to be committed in: words added to types first, then what may use them.
 * @param {JournalEntry} entry
 * @param {string} text
 * @returns {{ entry: JournalEntry, text: string }[]} one part where there is nothing to divide
 */
export function splitWords(entry, text) {
  const statements = text.split(breakpoint).map((statement) => statement.trim());
  const words = statements.filter((statement) => addsWord.test(statement));
  const rest = statements.filter((statement) => !addsWord.test(statement));
  if (words.length === 0 || rest.length === 0) return [{ entry, text }];
  const next = String(entry.idx + 1).padStart(4, "0");
  return [
    { entry: { ...entry, tag: `${entry.tag}_words` }, text: words.join(`${breakpoint}\n`) },
    {
      entry: { ...entry, idx: entry.idx + 1, when: entry.when + 1, tag: entry.tag.replace(/^\d{4}/, next) },
      text: rest.join(`${breakpoint}\n`),
    },
  ];
}
