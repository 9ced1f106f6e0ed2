import path from "node:path";
import { root } from "../operation/checkout/paths.mjs";
import { entries, wordsOfPages } from "../operation/page-words/words-of-pages.mjs";
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
  if (faults.length) throw new Error(faults.join("\n"));
  return `${Object.keys(words).length} pages, layouts and parts`;
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
