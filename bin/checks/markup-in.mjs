const inText = "show data as text: React escapes it, everything that reads markup does not";
const inType = "a document is made by app/_plain-pages, which escapes what is filled in";
const inForm =
  'method="dialog" first: before its script has come the browser would send the form by itself, and put it into the address';
const inLink = "an address from data goes through webAddress (app/_ui/text/web-address.ts)";

/** @type {[pattern: RegExp, instead: string][]} */
const faults = [
  [/dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|createContextualFragment|\bsrcDoc\b/, inText],
  [/\bDOMParser\b|document\.write|\.markup\(|\bnew Function\(|\beval\(|\bsetAttribute\(\s*["']on/, inText],
  [/\bsetTimeout\(\s*["'`]/, inText],
  [/\bhtml:/, inText],
  [/["']Content-Type["']\s*[:,]\s*["'`]text\/html/i, inType],
  [/\b(?:href|src|action|formAction|poster)=\{(?!webAddress\(|[`"])[^}]*\b(?:url|address|\w+Url|\w+Address)\b/, inLink],
  [/\b(?:href|src)[:=]\s*(?!webAddress\()[\w.]+\.(?:url|address|\w+Url|\w+Address)\b/, inLink],
  [
    /\b(?:window\.open|location\.(?:assign|replace)|router\.(?:push|replace))\([^)]*\.(?:url|address|\w+Url|\w+Address)\b/,
    inLink,
  ],
  [/\blocation(?:\.href)?\s*=[^=][^;]*\.(?:url|address|\w+Url|\w+Address)\b/, inLink],
  [/["'`](?:(?:javascript|vbscript):|data:text)/i, inLink],
];
/** A form of a page that is drawn with React: sent by its script, or by the browser to a place that is named. */
const unsent = /<form\b(?!\s+method="(?:dialog"|get" action=))/g;
/** The template of plain pages escapes what is filled in; its own files alone make markup that it takes as it is. */
const plainPages = /^app\/_plain-pages\//;
const inPlain = "fill data into html`…` of app/_plain-pages, which escapes it";
/** @type {typeof faults} */
const outsidePlainPages = [[/\b(?:new Html|new Address|constant)\(/, inPlain]];
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
  const forms = file.endsWith(".tsx") ? [...text.matchAll(unsent)] : [];
  const sent = forms.map(({ index }) => `${file}:${text.slice(0, index).split("\n").length}: <form\n    ${inForm}`);
  const made = text.split("\n").flatMap((line, index) => {
    if (/^\s*(?:\/\/|\/?\*)/.test(line)) return [];
    const asked = plainPages.test(file)
      ? faults.filter(([, instead]) => instead !== inType)
      : [...faults, ...outsidePlainPages];
    const hit = asked.find(([pattern]) => pattern.test(isGiven ? line.replace(/\{url\}/, "{checked}") : line));
    return hit ? [`${file}:${index + 1}: ${line.trim().slice(0, 100)}\n    ${hit[1]}`] : [];
  });
  return [...sent, ...made];
}
