import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "../operation/checkout/paths.mjs";
import { sourceFiles, textOf } from "./source-files.mjs";

const ourPath = /`((?:app|server|db|e2e|bin|docs|bench|patches|\.ci)\/[^`\s]*)`/g;
const link = /\]\((?!https?:|#|mailto:)([^)\s]+)\)/g;
const command = /\bnpm (?:run ([\w:-]+)|(start|test)\b)/g;
const document = /\b([\w-]+\.md)\b/g;

/** Paths and commands that documents name exist, and so do documents that sources name. */
export function references() {
  /** @type {string[]} */
  const faults = [];
  /** @type {Record<string, string>} */
  const scripts = JSON.parse(textOf("package.json")).scripts;
  const documents = sourceFiles(/\.md$/);
  let count = 0;
  /** @param {unknown} isThere @param {string} file @param {string} what */
  const demand = (isThere, file, what) => {
    count++;
    if (!isThere) faults.push(`${file} names ${what}, which is not there`);
  };
  for (const file of documents) {
    const text = textOf(file);
    for (const [, name = ""] of text.matchAll(ourPath))
      for (const each of unfold(name)) demand(exists(each), file, each);
    for (const [, name = ""] of text.matchAll(link))
      demand(exists(path.join(path.dirname(file), name.replace(/#.*/, ""))), file, name);
    for (const [, run, plain = ""] of text.matchAll(command))
      demand(scripts[run ?? plain], file, `npm run ${run ?? plain}`);
  }
  const names = new Set(documents.map((file) => path.basename(file)));
  for (const file of sourceFiles(/^(app|server|db|e2e|bin)\/.*\.(ts|tsx|mjs|sql|css)$/)) {
    for (const [, name = ""] of textOf(file).matchAll(document)) demand(names.has(name), file, name);
  }
  if (faults.length) throw new Error([...new Set(faults)].join("\n"));
  return `${count} references`;
}

/** `server/{kernel,access}` names two paths. @param {string} name */
function unfold(name) {
  const [, before = "", words, after = ""] = /^(.*)\{([^}]+)\}(.*)$/.exec(name) ?? [];
  return words ? words.split(",").map((each) => `${before}${each}${after}`) : [name];
}

/**
 * Patterns such as `server/<module>/inputs.ts` and `e2e/*.spec.ts` mean many files; the folder before the pattern must exist.
 * @param {string} name
 */
function exists(name) {
  const plain = name.split(/[<*]/)[0] ?? "";
  return existsSync(path.join(root, plain === name ? name : path.dirname(`${plain}x`)));
}
