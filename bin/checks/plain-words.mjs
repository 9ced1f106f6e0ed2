import { faultsOf, refused } from "./refused-words.mjs";
import { sourceFiles, textOf } from "./source-files.mjs";

const files =
  /^(app|server|db|e2e|bin|bench)\/.*\.(ts|tsx|mjs|css)$|^db\/sql\/.*\.sql$|^[\w.-]+\.md$|^docs\/.*\.md$|^app\/_i18n\/messages\/en\/.*\.json$/;
const elsewhere =
  /^db\/migrations\/|^bin\/checks\/((plain|refused|file)-words)|^(STYLE|README\.zh-CN)\.md$|^docs\/(er|lifecycle|vocabulary|glossary)\.md$/;

/** Words that an ordinary engineer understands: no private dialect, one meaning each, people are "they". */
export function plainWords() {
  const names = sourceFiles(files).filter((file) => !elsewhere.test(file));
  const faults = [...new Set(names.flatMap((file) => faultsOf(file, textOf(file))))];
  if (faults.length) throw new Error(faults.join("\n"));
  return `${names.length} files, ${refused.length} refused words`;
}

/** Every identifier that the glossary names for a word with two meanings exists in the sources. */
export function glossaryWords() {
  const table = textOf("docs/glossary.md").split("## Words with two meanings")[1] ?? "";
  /** @type {string[]} */
  const named = [...table.matchAll(/^\|.*\|$/gm)]
    .slice(2)
    .flatMap(([row]) => [...row.matchAll(/`([\w./-]+)`/g)].map(([, name = ""]) => name));
  const sources = sourceFiles(/^(app|server|db|e2e|bin|bench)\/.*\.(ts|tsx|mjs|css)$/).filter(
    (file) => !elsewhere.test(file),
  );
  const known = new Set(
    sources.flatMap((file) => [file, ...file.split("/"), ...(textOf(file).match(/[\w$]+/g) ?? [])]),
  );
  const missing = named.filter((name) => !known.has(name));
  if (named.length === 0) throw new Error("docs/glossary.md has no table of words with two meanings");
  if (missing.length)
    throw new Error(missing.map((name) => `docs/glossary.md names ${name}, which no source has`).join("\n"));
  return `${named.length} identifiers`;
}
