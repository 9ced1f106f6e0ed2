import path from "node:path";
import { listsOf, messageFaults } from "./message-faults.mjs";
import { sourceFiles, textOf } from "./source-files.mjs";

const folder = "app/_i18n/messages";
/** `db/vocabulary.ts` and whatever it exports. */
const vocabularyFile = "db/vocabulary.ts";
const exported = () =>
  [...textOf(vocabularyFile).matchAll(/export \* from "\.\/([\w-]+)"/g)].map(([, name]) => `db/${name}.ts`);

/**
 * Both languages have the same keys and placeholders and no empty words, every word of the vocabulary is in them, and the
 * texts are plain.
 */
export function catalogues() {
  const [chinese, english] = [messagesOf("zh-CN"), messagesOf("en")];
  const lists = listsOf([vocabularyFile, ...exported()].map(textOf).join("\n"));
  if (chinese.size === 0 || !lists.nextSteps)
    throw new Error(`no messages under ${folder}, or no lists in db/vocabulary.ts`);
  const faults = messageFaults({ chinese, english, lists });
  if (faults.length) throw new Error(faults.join("\n"));
  return `${chinese.size} messages, ${Object.keys(lists).length} lists of words`;
}

/** @param {string} locale */
function messagesOf(locale) {
  /** @type {Map<string, string>} */
  const messages = new Map();
  for (const file of sourceFiles(/\.json$/, `${folder}/${locale}`))
    flatten(JSON.parse(textOf(file)), path.basename(file, ".json"), messages);
  return messages;
}

/** @param {unknown} value @param {string} prefix @param {Map<string, string>} into */
function flatten(value, prefix, into) {
  if (typeof value !== "object" || value === null) into.set(prefix, String(value));
  else for (const [key, inner] of Object.entries(value)) flatten(inner, `${prefix}.${key}`, into);
}
