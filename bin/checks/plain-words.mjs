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

/** Every identifier, table, column and folder that the glossary's two tables name exists in the sources. */
export function glossaryWords() {
  const rows = textOf("docs/glossary.md").match(/^\|.*\|$/gm) ?? [];
  const named = rows.flatMap((row) => [...row.matchAll(/`([\w./-]+)`/g)].map(([, name = ""]) => name));
  const sources = sourceFiles(/^(app|server|db|e2e|bin|bench)\/.*\.(ts|tsx|mjs|css|sql)$/).filter(
    (file) => !elsewhere.test(file),
  );
  const known = new Set(
    sources.flatMap((file) => [...foldersOf(file), ...file.split("/"), ...(textOf(file).match(/[\w$]+/g) ?? [])]),
  );
  // A file or folder is looked up whole, `proceedings.lead_person_id` part by part.
  const missing = named.filter(
    (name) => !known.has(name) && (name.includes("/") || name.split(".").some((part) => !known.has(part))),
  );
  if (named.length === 0) throw new Error("docs/glossary.md has no tables");
  if (missing.length)
    throw new Error(missing.map((name) => `docs/glossary.md names ${name}, which no source has`).join("\n"));
  return `${named.length} identifiers`;
}

/** `server/notes/inputs.ts` is itself, and lies in `server/notes` and `server`. @param {string} file */
const foldersOf = (file) => file.split("/").map((_, index, parts) => parts.slice(0, index + 1).join("/"));
