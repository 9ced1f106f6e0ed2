import { parse, TYPE } from "@formatjs/icu-messageformat-parser";

/** @typedef {import("@formatjs/icu-messageformat-parser").MessageFormatElement} Element */

/**
 * The names a message wants filled in: arguments of braces and names of tags, sorted, each once.
 * Read by the product's own parser, so that a message it would refuse is refused here.
 * @param {string} message
 * @returns {string[]}
 */
export function placeholders(message) {
  return [...new Set(namesIn(parse(message, { captureEscapes: true })))].sort();
}

/** @param {Element[]} elements @returns {string[]} */
function namesIn(elements) {
  return elements.flatMap((element) => {
    if (element.type === TYPE.pound) return [];
    if (element.type === TYPE.literal) return refuseLoneBrace(element.rawValue ?? element.value);
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...namesIn(element.children)];
    const branches = "options" in element ? Object.values(element.options) : [];
    return [element.value, ...branches.flatMap((branch) => namesIn(branch.value))];
  });
}

const quoted = /''|'[{}<](?:[^']|'')*(?:'|$)/g;

/** The parser takes a } too many for text; nobody means one that is not quoted. @param {string} text */
function refuseLoneBrace(text) {
  if (text.replaceAll(quoted, "").includes("}")) throw new Error(`a } too many in "${text}"`);
  return [];
}
