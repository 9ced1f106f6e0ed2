const inText = "show data as text: React escapes it, everything that reads markup does not";
const inLink = "an address from data goes through webAddress (app/_ui/text/web-address.ts)";

/** @type {[pattern: RegExp, instead: string][]} */
const faults = [
  [/dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|createContextualFragment|\bsrcDoc\b/, inText],
  [/\bDOMParser\b|document\.write|\.markup\(|\bnew Function\(|\beval\(|\bsetAttribute\(\s*["']on/, inText],
  [/\bsetTimeout\(\s*["'`]/, inText],
  [/\bhtml:|["']Content-Type["']\s*[:,]\s*["'`]text\/html/i, inText],
  [/\b(?:href|src|action|formAction|poster)=\{(?!webAddress\(|[`"])[^}]*\b(?:url|address|\w+Url|\w+Address)\b/, inLink],
  [/\b(?:href|src)[:=]\s*(?!webAddress\()[\w.]+\.(?:url|address|\w+Url|\w+Address)\b/, inLink],
  [
    /\b(?:window\.open|location\.(?:assign|replace)|router\.(?:push|replace))\([^)]*\.(?:url|address|\w+Url|\w+Address)\b/,
    inLink,
  ],
  [/\blocation(?:\.href)?\s*=[^=][^;]*\.(?:url|address|\w+Url|\w+Address)\b/, inLink],
  [/["'`](?:(?:javascript|vbscript):|data:text)/i, inLink],
];
/** Names of addresses that webAddress has given, where nothing else has that name. */
const given = /(?:const|let) (url) = webAddress\(/;

/**
 * Where a text makes markup or a link of what may be data.
 * @param {string} file relative path
 * @param {string} text
 * @returns {string[]} one line each
 */
export function markupIn(file, text) {
  const isGiven = given.test(text);
  return text.split("\n").flatMap((line, index) => {
    if (/^\s*(?:\/\/|\/?\*)/.test(line)) return [];
    const hit = faults.find(([pattern]) => pattern.test(isGiven ? line.replace(/\{url\}/, "{checked}") : line));
    return hit ? [`${file}:${index + 1}: ${line.trim().slice(0, 100)}\n    ${hit[1]}`] : [];
  });
}
