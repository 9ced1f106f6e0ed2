import path from "node:path";
import { root } from "../operation/checkout/paths.mjs";
import { entries, importedWithoutWords, wordsOfPages } from "../operation/page-words/words-of-pages.mjs";
import { sourceFiles, textOf } from "./source-files.mjs";

const given = /(?:withWords\(|<ClientWords of=)"([^"]+)"/g;
const folder = "app/_i18n/messages/zh-CN";

/**
 * Each page and layout whose client components read words sends them (`withWords`, `ClientWords`), under its own name,
 * and each of those words exists.
 */
export function pageWords() {
  const words = wordsOfPages();
  const known = allKeys();
  /** @type {string[]} */
  const faults = [];
  for (const [page, files] of Object.entries(entries())) {
    const names = files.flatMap((file) =>
      [...textOf(path.relative(root, file)).matchAll(given)].map(([, name = ""]) => name),
    );
    const read = words[page] ?? [];
    if (read.length && !names.includes(page))
      faults.push(`app/${page}.tsx sends no words, but its client components read ${read.slice(0, 3).join(", ")} …`);
    for (const name of names) if (name !== page) faults.push(`app/${page}.tsx sends the words of ${name}`);
    for (const word of read)
      if (!known.some((key) => (word.endsWith("*") ? key.startsWith(word.slice(0, -1)) : key === word)))
        faults.push(`app/${page}.tsx reads ${word}, which no catalogue has`);
    if (read.includes("*")) faults.push(`a client component of app/${page}.tsx may read any word; name what it reads`);
  }
  for (const [name, read] of Object.entries(words)) {
    if (name in entries()) continue;
    if (!sourceFiles(/\.tsx$/, "app").includes(`app/${name}.tsx`))
      faults.push(`there is no part app/${name}.tsx to bring words`);
    if (read.includes("*")) faults.push(`app/${name}.tsx may read any word; name what it reads`);
  }
  for (const line of importedWithoutWords())
    faults.push(`${line}, which is fetched later with its words: fetch it alike`);
  faults.push(...layoutsWithoutNotFound());
  if (faults.length) throw new Error(faults.join("\n"));
  return `${Object.keys(words).length} pages, layouts and parts`;
}

/**
 * Next draws app/not-found.tsx inside the layout of a first folder in brackets that has none of its own: with that layout's
 * words, which do not hold what it reads. @returns {string[]}
 */
function layoutsWithoutNotFound() {
  const files = new Set(sourceFiles(/^app\/\([^/]+\)\/(layout|not-found)\.tsx$/, "app"));
  return [...files]
    .filter((file) => file.endsWith("/layout.tsx") && !files.has(file.replace("layout", "not-found")))
    .map((file) => `${file} needs a not-found.tsx beside it, for the words that it shows`);
}

/** Every key of the catalogues with a sentence. @returns {string[]} */
function allKeys() {
  /** @type {string[]} */
  const keys = [];
  /** @param {unknown} value @param {string} prefix */
  const collect = (value, prefix) => {
    if (typeof value !== "object" || value === null) keys.push(prefix);
    else for (const [key, inner] of Object.entries(value)) collect(inner, `${prefix}.${key}`);
  };
  for (const file of sourceFiles(/\.json$/, folder)) collect(JSON.parse(textOf(file)), path.basename(file, ".json"));
  return keys;
}
