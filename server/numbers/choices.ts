/** Longest pattern, and what it has to hold. */
export const patternMax = 60;

/**
 * Whether a pattern can write numbers: the year, the organisation's word and the number once each, no other field, nothing that
 * is not seen. {n:3} writes 007.
 */
export function isPattern(pattern: string): boolean {
  const fields = pattern.match(/\{[^}]*\}?|\}/g) ?? [];
  const count = (is: RegExp) => fields.filter((field) => is.test(field)).length;
  const known = [count(/^\{yyyy\}$/), count(/^\{word\}$/), count(/^\{n(:[1-6])?\}$/)];
  const visible = /^[\p{L}\p{N}\p{P}\p{S} ]+$/u.test(pattern);
  return visible && fields.length === 3 && known.every((one) => one === 1) && pattern.trim() === pattern;
}
