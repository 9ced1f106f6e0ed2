/**
 * @typedef {object} Word
 * @property {string} word lower case
 * @property {number} line from 1
 * @property {"names" | "prose"} kind of identifiers and the file's path, or of running text
 */

const comment = /\/\*[\s\S]*?\*\/|(?<![:\w"'`\\])\/\/[^\n]*/g;
const title = /\b(?:it|describe|test)(?:\.\w+)*(?:\([^()]*\))?\(\s*("(?:[^"\\\n]|\\.)*"|`[^`]*`)/g;
const sqlComment = /(?<=\n)\s*-- [^\n]*/g;
const string = /"(?:[^"\\\n]|\\.)*"/g;
// Addresses and quoted words inside SQL are kept: both are stored in databases and bookmarks.
const stored = /\/[\w-]+|'[\w.]*'/g;
const code = /`[^`\n]*`/g;

/** `acceptHeldHour`, `held_hour` and `held-hour` are made of plain words. @param {string} text @returns {string[]} */
const split = (text) =>
  text
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .match(/[a-z]+/g) ?? [];

/** @param {string} text */
const blank = (text) => text.replace(/[^\n]/g, " ");

/** @param {string} text @param {"names" | "prose"} kind @returns {Word[]} */
const linesOf = (text, kind) =>
  text
    .split("\n")
    .flatMap((line, index) => split(line).map((/** @type {string} */ word) => ({ word, line: index + 1, kind })));

/**
 * Every word of a file with its line. Documents and catalogues are running text, except for code in back-ticks; of SQL
 * only the comments count. In sources, comments and titles of tests are running text and identifiers are names;
 * strings and addresses are left out.
 * @param {string} file relative path
 * @param {string} text
 * @returns {Word[]}
 */
export function wordsOf(file, text) {
  if (file.endsWith(".md")) return linesOf(text.replace(code, blank), "prose");
  if (file.endsWith(".sql")) return linesOf(text.replace(/^(?!\s*--)[^\n]*?(?=--|$)/gm, blank), "prose");
  if (file.endsWith(".json")) return linesOf(text, "prose");
  let prose = blank(text);
  const names = [comment, title, sqlComment].reduce((rest, pattern) => {
    for (const { 0: found, index } of rest.matchAll(pattern))
      prose = prose.slice(0, index) + found + prose.slice(index + found.length);
    return rest.replace(pattern, blank);
  }, text);
  return [
    ...split(file).map((/** @type {string} */ word) => ({ word, line: 1, kind: /** @type {const} */ ("names") })),
    ...linesOf(names.replace(string, blank).replace(stored, blank), "names"),
    ...linesOf(prose.replace(code, blank), "prose"),
  ];
}
