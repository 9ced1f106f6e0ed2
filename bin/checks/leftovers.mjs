import { sourceFiles, textOf } from "./source-files.mjs";

// Written in pieces, so that this file does not find itself.
/** @type {[pattern: RegExp, why: string][]} */
const forbidden = [
  [/\bTO[D]O\b|\bFIX[M]E\b/, "unfinished work is an issue, not a comment"],
  [/\/work\/(?:main|shared)|\/tmp\/(?:ops|pgdev)|\/home\/[a-z]+\//, "a path of somebody's machine"],
  [/registry[.]npmjs|npm[m]irror/, "a download address"],
  [/\b(?:clau[d]e|anthro[p]ic|chat[g]pt|copi[l]ot)\b/i, "the name of a tool"],
  [/@ts-(?:ignor[e]|noc[h]eck)/, "a switched-off type check"],
  [/\.(?:only|ski[p]|fixme)\(\s*["'`]/, "a test that hides others or itself"],
  [/waitFor[T]imeout\(/, "a fixed wait"],
  [
    /create extension (?:if not exists )?["']?pg[c]rypto/i,
    "pgcrypto (known holes; the application makes identifiers and hashes)",
  ],
];

/** No source names one machine, one tool's workspace or work to be done later. */
export function leftovers() {
  const files = sourceFiles(/\.(ts|tsx|mjs|cjs|css|sql|json|md|sh|toml|yml)$|^\.ci\//).filter(
    (file) => file !== "package-lock.json",
  );
  const faults = [];
  for (const file of files) {
    for (const [index, line] of textOf(file).split("\n").entries()) {
      for (const [pattern, why] of forbidden)
        if (pattern.test(line)) faults.push(`${file}:${index + 1}: ${why}: ${line.trim().slice(0, 100)}`);
    }
  }
  if (faults.length) throw new Error(faults.join("\n"));
  return `${files.length} files`;
}
