import { sourceFiles, textOf } from "./source-files.mjs";

const most = 56;
const blocks = /\/\*\*?[\s\S]*?\*\/|(?:^[ \t]*(?:\/\/|--) .*\n)+/gm;

/** A comment is understood at the first reading: no sentence of it has more words than this. */
export function longSentences() {
  const files = sourceFiles(/^(app|server|db|e2e|bin|bench)\/.*\.(ts|tsx|mjs|sql)$/).filter(
    (file) => !file.startsWith("db/migrations/"),
  );
  const faults = files.flatMap((file) =>
    sentencesOf(textOf(file)).flatMap(({ text, line }) => {
      const count = text.split(" ").length;
      return count > most
        ? [
            `${file}:${line}: a sentence of ${count} words; ${most} is the most. Make two of it, or a list: ${text.slice(0, 60)}…`,
          ]
        : [];
    }),
  );
  if (faults.length) throw new Error(faults.join("\n"));
  return `${files.length} files, at most ${most} words`;
}

/**
 * The sentences of all comments, each with the line on which its comment begins. Tags of JSDoc are no sentences; each entry
 * of a list is one.
 * @param {string} source
 * @returns {{ text: string, line: number }[]}
 */
export function sentencesOf(source) {
  return [...source.matchAll(blocks)].flatMap(({ 0: block, index }) => {
    const line = source.slice(0, index).split("\n").length;
    const text = block
      .split("\n")
      .map((each) => each.replace(/^\s*(?:\/\*\*?|\*\/|\*|\/\/|--)\s?|\s*\*\/\s*$/g, ""))
      .join("\n")
      .replace(/(^|\s)@\w+[\s\S]*$/, "");
    return text
      .split(/(?<=[.!?])\s+|\n(?=[·-] )/)
      .map((each) => ({ text: each.replace(/\s+/g, " ").trim(), line }))
      .filter((each) => each.text !== "");
  });
}
