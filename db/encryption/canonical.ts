/*
 * One spelling for what is compared: two texts are the same phone, ID number or number of a dispute when their canonical forms
 * are equal. Forms, searches and the keyed hashes all ask here.
 */

export interface CanonicalPhone {
  /** Digits of the line: 13911112222, 057585551234; foreign ones begin with +. */
  line: string;
  /** Digits after 转, "" when there are none. Another extension is another phone. */
  extension: string;
}

/** Signs that nobody sees and that are pasted along: marks of direction, joiners, soft hyphens, variants of a sign. */
const unseen = /\p{Cf}|\p{Variation_Selector}|[\u115f\u1160\u3164\uffa0]/gu;
/** Blanks, dashes of every kind, dots and brackets that people put between digits. */
const between = /[\s\-‐‑‒–—―−－.·()[\]（）【】〔〕]/gu;
const extensionAt = /(?:(?:转|轉)(?:分机|分機|内线)?|分机|分機|内线|ext\.?|x|#|\*)(\d{1,6})$/iu;
/** An extension behind a dash or in brackets, where the line before it is whole: 0575-85551234-801. */
const dashedExtension =
  /^((?:(?:\+|00)?86[\s\-()]*0?\d{2,3}|\(?0\d{2,3}\)?)[\s-]*\d{7,8}|\d{7,8})\s*(?:-\s*|\()(\d{2,6})\)?$/u;
const dashes = /[‐‑‒–—―−－]/gu;
const chinese = /^(?:\+86|0086)/;
/** An area of two or three digits without its zero, and seven or eight digits. */
const withoutZero = /^(?:10|[2-9]\d)\d{8,9}$/;
const mobile = /^1[3-9]\d{9}$/;
/** The most digits of a line at home: with an area and its zero, and otherwise. */
const homeDigitsMax = { area: 12, other: 11 };

/** A phone however written: full-width digits, +86, blanks, dashes, an extension. Null for what is no single phone. */
export function canonicalPhone(text: string): CanonicalPhone | null {
  const typed = withExtensionNamed(text.replace(unseen, "").normalize("NFKC").replace(dashes, "-").trim());
  const bare = typed.replace(between, "");
  const extension = extensionAt.exec(bare)?.[1] ?? "";
  const written = bare.replace(extensionAt, "");
  if (!/^\+?\d{5,15}$/.test(written)) return null;
  const line = lineOf(written);
  // More digits than any line has are two numbers, or one that was mistyped.
  return line.startsWith("+") || line.length <= homeDigitsMax[line.startsWith("0") ? "area" : "other"]
    ? { line, extension }
    : null;
}

/** 0575-85551234-801 as 0575-85551234转801. A mobile that is written in two pieces has no extension. */
function withExtensionNamed(typed: string): string {
  const [, line = "", extension = ""] = dashedExtension.exec(typed) ?? [];
  return line === "" || mobile.test(typed.replace(between, "")) ? typed : `${line}转${extension}`;
}

function lineOf(written: string): string {
  const home = written.replace(chinese, "");
  if (home !== written) return mobile.test(home) || home.startsWith("0") ? withoutTrunk(home) : `0${home}`;
  // 8613911112222 is how some devices store a number.
  const after = written.startsWith("86") ? written.slice(2) : "";
  if (mobile.test(after) || /^0\d{9,11}$/.test(after)) return withoutTrunk(after);
  if (withoutZero.test(after)) return `0${after}`;
  return withoutTrunk(written.replace(/^00/, "+"));
}

/** Some dial a zero before a mobile; of a landline it is part of the number. */
const withoutTrunk = (line: string) => (line.startsWith("0") && mobile.test(line.slice(1)) ? line.slice(1) : line);

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check sign of the first 17 digits (GB 11643-1999). */
const checkSign = (digits: string): string =>
  "10X98765432"[weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11] ?? "";

/**
 * A resident's ID number however written, as 18 signs; one of 15 digits from before 1999 becomes its longer form. Null
 * when its check sign is wrong or nobody can be born on its day: a number that was mistyped is nobody's.
 */
export function canonicalIdNumber(text: string): string | null {
  const bare = text.replace(unseen, "").normalize("NFKC").replace(between, "").toUpperCase().replace(/[×Х]$/u, "X");
  const digits = /^\d{15}$/.test(bare) ? `${bare.slice(0, 6)}19${bare.slice(6)}` : bare;
  const whole = digits === bare ? bare : digits + checkSign(digits);
  return /^\d{17}[\dX]$/.test(whole) && checkSign(whole) === whole[17] && hasBirthday(whole) ? whole : null;
}

/** Whether the eight digits after the place are a day of the calendar, of a century in which somebody may have been born. */
const hasBirthday = (whole: string): boolean =>
  /^(?:18|19|20)/.test(whole.slice(6)) && isCalendarDay(whole.slice(6, 10), whole.slice(10, 12), whole.slice(12, 14));

/** Whether the calendar has such a day, given in digits: a `Date` takes the 31st of November for the 1st of December. */
export function isCalendarDay(year = "", month = "", day = ""): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}

/** The number of a dispute however written, as registrations have it: in half width, with its dashes, without blanks. */
export const canonicalDisputeNumber = (text: string): string =>
  text.replace(unseen, "").normalize("NFKC").replace(dashes, "-").replace(/\s/g, "").toUpperCase();
