import { commonWords } from "./common-words";

const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/];
const lengthMin = 12;
const lengthMax = 200;
/** What has to be left when all that everybody tries first is taken away, by `weightOf`. */
const ownMin = 6;
const runMin = 3;
const rows = [
  "1234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "abcdefghijklmnopqrstuvwxyz",
  "qazwsxedcrfvtgbyhnujmikolp",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "1q2w3e4r5t6y7u8i9o0p",
];
const runs = rows.flatMap((row) => [row + row, [...(row + row)].reverse().join("")]);
const leet: Record<string, string> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
};
/** Phones, and 19990131, 990131, 1999-01-31, 0131, 1999: birthdays and years. */
const dates = [
  /1[3-9]\d{9}/g,
  /(?:19|20)\d\d[-./年]?(?:1[0-2]|0?[1-9])[-./月]?(?:3[01]|[12]\d|0?[1-9])日?/g,
  /\d\d(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])/g,
  /(?:19|20)\d\d/g,
  /(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])/g,
];

/** tooWeak: too short, or of too few kinds of characters · common: little but words, dates and runs tried first. */
export type PasswordFault = "tooWeak" | "common";

/**
 * What is wrong with a new password, or null. At least 12 characters of at least 3 kinds (profile "dengbao"), of which
 * enough is left without common words, `own` words (user name, phone, station), dates, runs of the keyboard and repeats.
 */
export function passwordFault(password: string, own: readonly string[] = []): PasswordFault | null {
  if (password.length < lengthMin || password.length > lengthMax) return "tooWeak";
  if (classes.filter((kind) => kind.test(password)).length < 3) return "tooWeak";
  return weightOf(ownPart(password, own)) < ownMin ? "common" : null;
}

const syllable =
  /^er$|^(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?(?:i?ang|iong|uang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ui|ao|ou|iu|ie|[uv]e|an|en|in|[uv]n|ia|ua|uo|[aoeiuv])$/;
const syllableMax = 6;
/** Letters that may stand between the syllables of words written in pinyin. */
const strayMax = 1;

/** A letter counts one, a digit half of it. Words in pinyin count their syllables: "tiantianxiangshang" is four. */
function weightOf(text: string): number {
  const others = text.replaceAll(/[a-z]+/g, "");
  const digits = others.match(/\p{N}/gu)?.length ?? 0;
  const letters = [...others].length - digits;
  return (text.match(/[a-z]+/g) ?? []).reduce((sum, word) => sum + weightOfWord(word), letters + digits / 2);
}

function weightOfWord(word: string): number {
  // The fewest parts up to each letter, and how many of them are letters alone.
  const best = [{ parts: 0, stray: 0 }];
  for (let end = 1; end <= word.length; end += 1) {
    const before = best[end - 1] ?? { parts: 0, stray: 0 };
    let least = { parts: before.parts + 1, stray: before.stray + 1 };
    for (let start = Math.max(0, end - syllableMax); start < end; start += 1) {
      const { parts, stray } = best[start] ?? before;
      if (syllable.test(word.slice(start, end)) && parts + stray < least.parts + least.stray)
        least = { parts: parts + 1, stray };
    }
    best.push(least);
  }
  const { parts, stray } = best[word.length] ?? { parts: word.length, stray: word.length };
  return parts > 1 && stray <= strayMax ? parts : word.length;
}

/** The password without what everybody tries first, and each repeated part once. */
function ownPart(password: string, own: readonly string[]): string {
  const small = withoutRepeats(password.normalize("NFKC").toLowerCase());
  const words = [...own.map((word) => word.toLowerCase()).filter((word) => word.length >= 3), ...commonWords];
  // Digits as letters first: "P@ssw0rd" is the word; what is then left is looked at as it stands.
  const withLetters = mask(small, [...small].map((letter) => leet[letter] ?? letter).join(""), words);
  const rest = dates.reduce((text, date) => text.replaceAll(date, ""), mask(withLetters, withLetters, words));
  const plain = withoutRepeats(rest.replaceAll(/[^\p{L}\p{N}]/gu, ""));
  // "112233" is the run 123, and what stood between two runs may be one with what follows.
  return withoutRepeats(withoutRuns(withoutRuns(plain.replaceAll(/(\d)\1/g, "$1"))));
}

/** `text` without the places at which `read`, of the same length, has one of the words. */
function mask(text: string, read: string, words: readonly string[]): string {
  const letters: (string | null)[] = [...text];
  if (letters.length !== [...read].length) return text;
  for (const word of words)
    for (let at = read.indexOf(word); at >= 0; at = read.indexOf(word, at + word.length))
      letters.fill(null, at, at + word.length);
  return letters.filter((letter) => letter !== null).join("");
}

/** Without four or more neighbours of a keyboard row or of the alphabet, in either direction. */
function withoutRuns(text: string): string {
  let rest = "";
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (end < text.length && runs.some((run) => run.includes(text.slice(at, end + 1)))) end += 1;
    if (end - at >= runMin) at = end;
    else rest += text[at++];
  }
  return rest;
}

/** "xyxyxyxy" and "xxxx" say no more than "xy" and "x". */
const withoutRepeats = (text: string): string => text.replaceAll(/(.+?)\1{2,}/g, "$1").replace(/^(.{4,})\1$/, "$1");
