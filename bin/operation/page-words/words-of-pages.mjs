import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { root } from "../checkout/paths.mjs";
import { readSource } from "./read-source.mjs";

/** @typedef {import("./read-source.mjs").Source} Source */

const app = path.join(root, "app");
/** What a layout is shown with, and what stands in the page's place beside it. */
const withLayout = ["layout", "error", "not-found", "loading", "template"];

/** How a file says that words are sent with it, or with a part that it fetches later, and not with the page. */
const apart = /(?:<ClientWords of=|withLaterWords\(\s*)"([^"]+)"/g;

/**
 * For every page and every layout, the words that those of its parts read which the browser draws: "ui.cancel", or
 * "vocabulary.roles.*" where a key is put together. The names are those of the files: "(office)/today/page". The same for
 * every part that brings its own words: "_board/seat-panel".
 * @returns {Record<string, string[]>}
 */
export function wordsOfPages() {
  const read = reader();
  const parts = partsApart();
  const starts = {
    ...Object.fromEntries([...parts].map((name) => [name, [path.join(app, `${name}.tsx`)]])),
    ...entries(),
  };
  const found = Object.entries(starts).map(([name, files]) => [name, wordsFrom(files, read, parts)]);
  return Object.fromEntries(found);
}

/** The parts of pages that bring their own words. @returns {Set<string>} */
function partsApart() {
  const pages = entries();
  const names = filesIn(app, /\.tsx?$/).flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(apart)].map(([, name = ""]) => name),
  );
  return new Set(names.filter((name) => !(name in pages)));
}

/**
 * Files that import a part which is fetched later with its words, and do not fetch these with it: there it would be drawn without
 * words. @returns {string[]} "app/_a/b.tsx imports app/_c/d.tsx"
 */
export function importedWithoutWords() {
  const read = reader();
  const parts = partsApart();
  return filesIn(app).flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return read(file)
      .imports.map((wanted) => nameOf(fileOf(file, wanted) ?? ""))
      .filter((name) => parts.has(name) && !isBroughtByItself(name) && !text.includes(`"${name}"`))
      .map((name) => `app/${nameOf(file)}.tsx imports app/${name}.tsx`);
  });
}

/** @param {string} name */
const isBroughtByItself = (name) =>
  readFileSync(path.join(app, `${name}.tsx`), "utf8").includes(`<ClientWords of="${name}"`);

/** All pages and layouts, each with the files it starts from. @returns {Record<string, string[]>} */
export function entries() {
  /** @type {Record<string, string[]>} */
  const all = {};
  for (const file of filesIn(app)) {
    const place = path.relative(app, path.dirname(file)).split(path.sep).join("/");
    const kind = path.basename(file, ".tsx");
    if (kind === "page") all[path.posix.join(place, "page")] = [file];
    if (withLayout.includes(kind)) {
      const name = path.posix.join(place, "layout");
      all[name] = [...(all[name] ?? []), file];
    }
  }
  return all;
}

/** @param {string} folder @param {RegExp} [wanted] @returns {string[]} */
function filesIn(folder, wanted = /\.tsx$/) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    return entry.isDirectory() ? filesIn(place, wanted) : wanted.test(entry.name) ? [place] : [];
  });
}

/**
 * Follows the imports. From "use client" on, all that is imported is drawn in the browser too; another layout and a part
 * with its own words count only for themselves.
 * @param {string[]} starts
 * @param {(file: string) => Source} read
 * @param {ReadonlySet<string>} parts
 */
function wordsFrom(starts, read, parts) {
  /** @type {Set<string>} */
  const words = new Set();
  const done = new Set();
  const open = starts.map((file) => ({ file, isClient: false }));
  for (let next = open.pop(); next; next = open.pop()) {
    const source = read(next.file);
    const isClient = next.isClient || source.isClient;
    const mark = `${isClient} ${next.file}`;
    if (done.has(mark)) continue;
    done.add(mark);
    if (isClient) for (const word of source.words) words.add(word);
    for (const wanted of source.imports) {
      const file = fileOf(next.file, wanted);
      if (!file?.startsWith(app) || path.basename(file) === "layout.tsx" || parts.has(nameOf(file))) continue;
      open.push({ file, isClient });
    }
  }
  return shortest([...words]);
}

/** @param {string} file */
const nameOf = (file) =>
  path
    .relative(app, file)
    .split(path.sep)
    .join("/")
    .replace(/\.tsx?$/, "");

/** Leaves out what a wider entry of the list contains. @param {string[]} words */
function shortest(words) {
  const wide = words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1));
  return words.filter((word) => !wide.some((start) => word.startsWith(start) && word !== `${start}*`)).sort();
}

/** @param {string} from @param {string} wanted @returns {string | undefined} */
function fileOf(from, wanted) {
  if (!/^(@\/|\.)/.test(wanted)) return undefined;
  const place = wanted.startsWith("@/") ? path.join(root, wanted.slice(2)) : path.resolve(path.dirname(from), wanted);
  return [place, `${place}.ts`, `${place}.tsx`].find(
    (file) => /\.tsx?$/.test(file) && existsSync(file) && statSync(file).isFile(),
  );
}

/** Reads each file once. @returns {(file: string) => Source} */
function reader() {
  /** @type {Map<string, Source>} */
  const known = new Map();
  return (file) => {
    const source = known.get(file) ?? readSource(file, readFileSync(file, "utf8"));
    known.set(file, source);
    return source;
  };
}
