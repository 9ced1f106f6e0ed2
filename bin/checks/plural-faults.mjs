import { parse, TYPE } from "@formatjs/icu-messageformat-parser";

/** @typedef {import("@formatjs/icu-messageformat-parser").MessageFormatElement} Element */

/** Arguments that are numbers although no message makes a plural of them yet, beside all whose name is a plural itself. */
const ownCounts = new Set(["count", "n", "max", "most", "total", "shown", "asked", "open", "longest", "unsigned"]);
/** Words that end like a plural and are none. */
const noNouns = /^(?:is|was|has|does|as|this|us|its|less|unless)$/;
/** A word or none, then one that ends like a plural: " open matters", " people". */
const pluralNext = /^ (?:(?!and |or |of |in |by |to |who )[a-z-]+ )??([a-z-]*[^s\W]s|people)\b/;
/** Of all of several nothing is said where there is one. */
const ofAll = /(?:\ball|\bthe) $/i;

/**
 * Messages of the English catalogue that say a number before a word in the plural, whatever the number is, as "1 seats".
 * @param {ReadonlyMap<string, string>} english by key
 * @returns {string[]}
 */
export function pluralFaults(english) {
  const read = [...english].map(([key, text]) => /** @type {const} */ ([key, text, parse(text)]));
  const counts = new Set([...ownCounts, ...read.flatMap(([, , elements]) => pluralsIn(elements))]);
  return read.flatMap(([key, text, elements]) => {
    const found = bare(elements, (name) => counts.has(name) || /[^s]s$/.test(name), null);
    return found ? [`${key} says one as it says many, write {${found}, plural, one {# …} other {# …}}: ${text}`] : [];
  });
}

/** @param {Element[]} elements @returns {string[]} */
const pluralsIn = (elements) =>
  elements.flatMap((element) => [
    ...(element.type === TYPE.plural ? [element.value] : []),
    ...insideOf(element).flatMap(pluralsIn),
  ]);

/** @param {Element} element @returns {Element[][]} */
function insideOf(element) {
  if (element.type === TYPE.tag) return [element.children];
  return "options" in element ? Object.values(element.options).map((branch) => branch.value) : [];
}

/**
 * The first number that stands before a plural without being one; in the branches of its own plural it may.
 * @param {Element[]} elements
 * @param {(name: string) => boolean} isCount
 * @param {string | null} chosenBy
 * @returns {string | null}
 */
function bare(elements, isCount, chosenBy) {
  for (const [at, element] of elements.entries()) {
    const [before, next] = [elements[at - 1], elements[at + 1]];
    if (element.type === TYPE.argument && next?.type === TYPE.literal && element.value !== chosenBy) {
      const noun = pluralNext.exec(next.value)?.[1];
      const isOfAll = before?.type === TYPE.literal && ofAll.test(before.value);
      if (noun && !noNouns.test(noun) && !isOfAll && isCount(element.value)) return element.value;
    }
    for (const inner of insideOf(element)) {
      const found = bare(inner, isCount, element.type === TYPE.plural ? element.value : chosenBy);
      if (found) return found;
    }
  }
  return null;
}
