import path from "node:path";
import { sourceFiles, textOf } from "./source-files.mjs";

/**
 * A procedure by its place in the router (`disputes.register`), with the functions that its line names as what it does
 * (`server/disputes/register-dispute.ts#registerDispute`).
 * @typedef {{ path: string, verbs: string[] }} RoutedProcedure
 */

/** Inputs, and what every router uses, do nothing by themselves. */
const noVerb = /\/inputs$|^\.\/choices$|^\.\.\/(trpc|kernel)\//;

/**
 * Every procedure, read from the texts of the routers; bin/documents/access-matrix.test.ts compares them with the router
 * that runs.
 * @returns {RoutedProcedure[]}
 */
export function routedProcedures() {
  const mounted = textOf("server/api/root.ts").matchAll(/^ {2}(\w+): (\w+Router),$/gm);
  const places = new Map([...mounted].map(([, at, name]) => [name, at]));
  return sourceFiles(/^server\/[\w-]+\/router\.ts$/).flatMap((file) => proceduresIn(file, places));
}

/** @param {string} file @param {Map<string | undefined, string | undefined>} places @returns {RoutedProcedure[]} */
function proceduresIn(file, places) {
  const text = textOf(file);
  const verbs = importedVerbs(file, text);
  return text.split(/^export const (?=\w+Router = router)/m).flatMap((part) => {
    const at = places.get(/^(\w+Router) = /.exec(part)?.[1]);
    if (!at) return [];
    return part.split(/(?:^ {2}|\(\{ )(?=\w+: (?:question|command|link\w+)\()/m).flatMap((line) => {
      const name = /^(\w+): \w+\(/.exec(line)?.[1];
      if (!name) return [];
      const words = new Set(line.match(/\b\w+\b/g));
      return [{ path: `${at}.${name}`, verbs: [...verbs].flatMap(([word, verb]) => (words.has(word) ? [verb] : [])) }];
    });
  });
}

/**
 * What a router imports as values and may call, by the word it uses for it.
 * @param {string} file @param {string} text
 */
function importedVerbs(file, text) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [, words = "", place = ""] of text.matchAll(/^import \{([^}]*)\} from "(\.[^"]+)";/gm)) {
    if (noVerb.test(place)) continue;
    const source = `${path.posix.join(path.posix.dirname(file), place)}.ts`;
    for (const word of words.split(",").map((one) => one.trim()))
      if (word && !word.startsWith("type ")) found.set(word, `${source}#${word}`);
  }
  return found;
}
