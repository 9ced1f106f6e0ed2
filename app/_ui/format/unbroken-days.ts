/** A day with its weekday, yesterday to tomorrow, and a span of hours; between a day and its hour a line may end. */
const wholes = /(\d+[年月日])+( 周.)?|[昨今明]天|([A-Z]\w\w )?\d+ [A-Z]\w\w\b( \d{4})?|[\d:]+–[\d:]+/g;

/** Where a line may end within one: beside a Chinese sign or a dash. Digits are left together, to be read aloud and found. */
const ends = /(?<=[^\0-\x7f\u00a0])(?=[^\u00a0])|(?<=[^\u00a0])(?=[^\0-\x7f\u00a0])/g;

/**
 * Formatted days and hours in which no line ends, wherever a sentence holds them. Signs nobody sees do that (a joiner without
 * width, a blank at which no line ends), so this is for what is shown; messages and sheets have their text without.
 */
export const unbrokenDays = (text: string): string =>
  text.replace(wholes, (whole) => whole.replace(/ /g, "\u00a0").replace(ends, "\u2060"));
