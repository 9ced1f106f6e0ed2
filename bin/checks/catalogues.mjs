import path from "node:path";
import { messageOf } from "../operation/console/fault.mjs";
import { placeholders } from "./message-arguments.mjs";
import { sourceFiles, textOf } from "./source-files.mjs";

const folder = "app/_i18n/messages";
const source = "zh-CN";
const other = "en";

/** Both languages have the same namespaces, keys and placeholders, and no empty words. */
export function catalogues() {
  /** @type {string[]} */
  const faults = [];
  /** @param {string} locale */
  const read = (locale) => {
    /** @type {Map<string, unknown>} */
    const messages = new Map();
    for (const file of sourceFiles(/\.json$/, `${folder}/${locale}`)) {
      flatten(JSON.parse(textOf(file)), path.basename(file, ".json"), messages);
    }
    return messages;
  };
  const chinese = read(source);
  const english = read(other);
  for (const [key, text] of chinese) {
    if (!english.has(key)) faults.push(`${other} lacks ${key}`);
    else if (shape(text, key) !== shape(english.get(key), key))
      faults.push(`${key} has other placeholders in ${other}`);
  }
  for (const key of english.keys()) if (!chinese.has(key)) faults.push(`${source} lacks ${key}`);
  for (const { locale, messages } of [
    { locale: source, messages: chinese },
    { locale: other, messages: english },
  ]) {
    for (const [key, text] of messages) if (!String(text).trim()) faults.push(`${key} is empty in ${locale}`);
  }
  if (faults.length) throw new Error(faults.join("\n"));
  if (chinese.size === 0) throw new Error(`no messages under ${folder}`);
  return `${chinese.size} messages`;

  /** @param {unknown} text @param {string} key */
  function shape(text, key) {
    try {
      return placeholders(String(text)).join();
    } catch (error) {
      faults.push(`${key}: ${messageOf(error)}`);
      return "";
    }
  }
}

/** @param {unknown} value @param {string} prefix @param {Map<string, unknown>} into */
function flatten(value, prefix, into) {
  if (typeof value !== "object" || value === null) into.set(prefix, value);
  else for (const [key, inner] of Object.entries(value)) flatten(inner, `${prefix}.${key}`, into);
}
