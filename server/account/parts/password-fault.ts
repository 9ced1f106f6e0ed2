import { commonWords } from "./common-words";

const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/];
const lengthMin = 12;
const lengthMax = 200;
/** What has to be left when all that everybody tries first is taken away. */
const ownMin = 6;
const runMin = 4;
const rows = [
  "1234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "abcdefghijklmnopqrstuvwxyz",
  "qazwsxedcrfvtgbyhnujmikolp",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
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
/** 19990131, 990131, 1999-01-31, 0131, 1999: birthdays and years. */
const dates = [
  /(?:19|20)\d\d[-./年]?(?:1[0-2]|0?[1-9])[-./月]?(?:3[01]|[12]\d|0?[1-9])日?/g,
  /\d\d(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])/g,
  /(?:19|20)\d\d/g,
  /(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])/g,
];

/** tooWeak: too short, or of too few kinds of characters · common: little but words, dates and runs tried first. */
export type PasswordFault = "tooWeak" | "common";

/**
 * What is wrong with a new password, or null. At least 12 characters of at least 3 kinds (profile "dengbao"), of which
 * six are left without common words, `own` words (user name, phone, station), dates, runs of the keyboard and repeats.
 */
export function passwordFault(password: string, own: readonly string[] = []): PasswordFault | null {
  if (password.length < lengthMin || password.length > lengthMax) return "tooWeak";
  if (classes.filter((kind) => kind.test(password)).length < 3) return "tooWeak";
  return ownPart(password, own).length < ownMin ? "common" : null;
}

/** The password without what everybody tries first, and each repeated part once. */
function ownPart(password: string, own: readonly string[]): string {
  const small = withoutRepeats(password.normalize("NFKC").toLowerCase());
  const words = [...own.map((word) => word.toLowerCase()).filter((word) => word.length >= 3), ...commonWords];
  // Digits as letters first: "P@ssw0rd" is the word; what is then left is looked at as it stands.
  const withLetters = mask(small, [...small].map((letter) => leet[letter] ?? letter).join(""), words);
  const rest = dates.reduce((text, date) => text.replaceAll(date, ""), mask(withLetters, withLetters, words));
  return withoutRepeats(withoutRuns(rest)).replaceAll(/[^\p{L}\p{N}]/gu, "");
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
