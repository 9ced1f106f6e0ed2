import * as z from "zod";

/** Lone surrogates, left where an emoji was cut in half: PostgreSQL's JSON refuses them. */
const loneSurrogates = /[\uD800-\uDFFF]/gu;
/**
 * Signs without any width, which nobody sees and no paper can show: they come along when a day is copied from our own pages, or
 * text from a chat.
 */
const joiners = /[\u00AD\u200B\u2060\uFEFF]/g;
/** Control characters and line ends, also Unicode's own; turns of the writing direction, which make a line read falsely. */
const notInALine = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
/** Control characters without a meaning in text of several lines; tabs, line ends and page ends have one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused.
const notInLines = /[\u0000-\u0008\u000E-\u001F\u007F]/;
/** They come along with numbers copied from a phone, so they are left out of a longer text, not refused. */
const turns = /[\u202A-\u202E\u2066-\u2069]/g;

const trimmed = (max: number) =>
  z
    .string()
    .overwrite((text) => text.replace(loneSurrogates, "\uFFFD").replace(joiners, ""))
    .trim()
    .max(max);

/** One line of text: trimmed, without line ends, control characters and lone surrogates. Refused as `oneLineOnly`. */
export const words = (max: number) =>
  trimmed(max).refine((text) => !notInALine.test(text), { params: { problem: "oneLineOnly" } });
/** One line that may not be empty. */
export const filled = (max: number) => words(max).min(1);

/** Text of several lines: trimmed, without control characters, turns of the writing direction and lone surrogates. */
export const lines = (max: number) =>
  trimmed(max)
    .overwrite((text) => text.replace(turns, ""))
    .refine((text) => !notInLines.test(text));
/** Text of several lines that may not be empty. */
export const filledLines = (max: number) => lines(max).min(1);

/** A Chinese character says as much as two letters: 出差 and "ill" are reasons, 病, "ok" and "aaa" are not. */
const reasonWeight = 3;

/** Whether a text gives a reason: some letters beside signs and digits, and not one of them repeated. */
export function saysSomething(text: string): boolean {
  const letters = text.toLowerCase().match(/\p{L}/gu) ?? [];
  const weight = letters.reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0);
  return weight >= reasonWeight && new Set(letters).size > 1;
}

/** Why somebody does what needs a justification; one letter or a row of signs is refused as `reasonTooShort`. */
export const reason = (max: number) =>
  filledLines(max).refine(saysSomething, { params: { problem: "reasonTooShort" } });
/** A reason that is needed in some cases only: empty, or one that says something. */
export const reasonOrNone = (max: number) =>
  lines(max)
    .refine((text) => text === "" || saysSomething(text), { params: { problem: "reasonTooShort" } })
    .default("");
/** The same on one line. */
export const reasonInLineOrNone = (max: number) =>
  words(max)
    .refine((text) => text === "" || saysSomething(text), { params: { problem: "reasonTooShort" } })
    .default("");

/** The clock's own zones go from −12:00 to +14:00; PostgreSQL refuses what lies beyond ±15:59. */
const offsetMinutesMax = 14 * 60;

function isUsualInstant(text: string): boolean {
  const [, hours, minutes] = /[+-](\d\d):?(\d\d)$/.exec(text) ?? [];
  if (hours && Number(hours) * 60 + Number(minutes) > offsetMinutesMax) return false;
  const at = Date.parse(text);
  return at >= Date.UTC(1900, 0, 1) && at < Date.UTC(3000, 0, 1);
}

/** An instant as ISO text with its offset or Z, of years in which our arithmetic and the database's agree. */
export const instant = z.iso.datetime({ offset: true }).refine(isUsualInstant);
