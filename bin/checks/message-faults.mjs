import { messageOf } from "../operation/console/fault.mjs";
import { placeholders } from "./message-arguments.mjs";
import { pluralFaults } from "./plural-faults.mjs";
import { wordToWrite } from "./settled-words.mjs";

/** Catalogues in which each next step has its own words, beside `vocabulary.nextSteps`. */
const perStep = ["disputes.step", "disputes.do"];
/** A language is called by its own name in both catalogues. */
const mayBeChinese = new Set(["frame.languages.zh-CN", "vocabulary.locales.zh-CN"]);
const unplain = /[!！]|(?<!跟随)系统|操作|成功(?!率)|失败|非法(?!侵入住宅)|请勿|暂无/;

/** @typedef {ReadonlyMap<string, string>} Messages by key, "disputes.title" */

/**
 * What is wrong with the two catalogues, one line each, which says what to write where.
 * @param {{ chinese: Messages, english: Messages, lists: Readonly<Record<string, readonly string[]>> }} all
 *   `lists` are the words of db/vocabulary.ts by the name of their list
 * @returns {string[]}
 */
export function messageFaults({ chinese, english, lists }) {
  const needed = new Set(
    Object.entries(lists).flatMap(([list, words]) => words.map((word) => `vocabulary.${list}.${word}`)),
  );
  return [
    ...[...chinese.keys()].filter((key) => !english.has(key)).map((key) => `en lacks ${key}`),
    ...[...english.keys()].filter((key) => !chinese.has(key)).map((key) => `zh-CN lacks ${key}`),
    ...[...needed]
      .filter((key) => !chinese.has(key))
      .map((key) => `both languages lack ${key}, a word of db/vocabulary.ts`),
    ...[...chinese.keys()]
      .filter((key) => key.startsWith("vocabulary.") && !needed.has(key))
      .map((key) => `${key} is no word of db/vocabulary.ts: take it away`),
    ...perStep.flatMap((at) =>
      (lists.nextSteps ?? [])
        .filter((step) => ![...chinese.keys()].some((key) => `${key}.`.startsWith(`${at}.${step}.`)))
        .map((step) => `both languages lack ${at}.${step}, for a next step of db/vocabulary.ts`),
    ),
    ...[...chinese].flatMap(([key, text]) => differing(key, text, english.get(key))),
    ...[...chinese, ...english].filter(([, text]) => !text.trim()).map(([key]) => `${key} is empty`),
    ...[...english]
      .filter(([key, text]) => /\p{Script=Han}/u.test(text) && !mayBeChinese.has(key))
      .map(([key]) => `${key} is Chinese in en`),
    ...[...chinese]
      .filter(([, text]) => unplain.test(text))
      .map(([key, text]) => `${key} is not plain, no exclamation marks and no technical words: ${text}`),
    ...otherNames("chinese", chinese),
    ...otherNames("english", english),
    ...pluralFaults(new Map([...english].filter(([, text]) => isMessage(text)))),
  ];
}

/** What is no message at all has been said before. @param {string} text */
function isMessage(text) {
  try {
    placeholders(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {"chinese" | "english"} language @param {Messages} messages @returns {string[]} */
function otherNames(language, messages) {
  return [...messages].flatMap(([key, text]) => {
    const instead = wordToWrite(language, text);
    return instead ? [`${key} has another name for one thing, write ${instead}: ${text}`] : [];
  });
}

/** @param {string} key @param {string} chinese @param {string | undefined} english @returns {string[]} */
function differing(key, chinese, english) {
  if (english === undefined) return [];
  try {
    const [here, there] = [placeholders(chinese).join(), placeholders(english).join()];
    return here === there
      ? []
      : [`${key} has other placeholders in en: ${there || "none"}, in zh-CN: ${here || "none"}`];
  } catch (error) {
    return [`${key}: ${messageOf(error)}`];
  }
}

const list = /^export const (\w+) = \[([^\]]*)\] as const;/gm;

/**
 * The lists of words in the source of db/vocabulary*.ts, which this program reads without compiling it.
 * @param {string} source
 * @returns {Record<string, string[]>}
 */
export const listsOf = (source) =>
  Object.fromEntries(
    [...source.matchAll(list)].map(([, name = "", words = ""]) => [
      name,
      [...words.matchAll(/"([^"]+)"/g)].map(([, word = ""]) => word),
    ]),
  );
