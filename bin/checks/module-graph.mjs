import path from "node:path";
import { sourceFiles, textOf } from "./source-files.mjs";

// What an import, an export from, a dynamic import or a type's `import("…")` names.
const specifier = /(?:\bfrom\s+|\bimport\s*\(?\s*)["']([^"'\n]+)["']/;

/** The module a file belongs to: the folder right below the top one, or the file itself where it lies there. */
const moduleOf = (/** @type {string} */ file) => file.split("/").slice(0, 2).join("/");

/**
 * Which module imports which below a top folder, and where: module → module → "file:line target". Tests and what only
 * tests use are left out.
 * @param {string} top
 * @returns {Map<string, Map<string, string[]>>}
 */
export function importsBetween(top) {
  const files = sourceFiles(new RegExp(`^${top}/.*\\.(ts|tsx)$`), top).filter(
    (file) => !/\.test\.tsx?$/.test(file) && !file.startsWith("server/testing/"),
  );
  const imports = new Map();
  for (const file of files) {
    const own = moduleOf(file);
    if (!imports.has(own)) imports.set(own, new Map());
    for (const [index, line] of textOf(file).split("\n").entries()) {
      const named = specifier.exec(line)?.[1];
      const target = named && targetOf(file, named);
      if (!target?.startsWith(`${top}/`) || moduleOf(target) === own) continue;
      const places = imports.get(own).get(moduleOf(target)) ?? [];
      imports.get(own).set(moduleOf(target), [...places, `${file}:${index + 1} imports ${target}`]);
    }
  }
  // A pattern that finds nothing would let everything pass.
  const arrows = [...imports.values()].reduce((sum, goals) => sum + goals.size, 0);
  if (arrows < imports.size) throw new Error(`only ${arrows} imports found between ${imports.size} modules of ${top}`);
  return imports;
}

/**
 * The path an import leads to, without its ending; null for a package.
 * @param {string} file
 * @param {string} named
 */
function targetOf(file, named) {
  if (named.startsWith("@/")) return named.slice(2);
  return named.startsWith(".") ? path.posix.join(path.posix.dirname(file), named) : null;
}
