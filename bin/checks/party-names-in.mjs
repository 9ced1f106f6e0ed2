const instead =
  "read app.readable_parties, app.readable_party_links or app.readable_calls, or what server/access/party-as-read.ts gives";

/** @type {RegExp[]} */
const ways = [
  /\bparties\.(?:name|phone|idNumber|address|employer)\b/,
  /\bpartyLinks\.(?:name|phone|note)\b/,
  /\bpoliceCalls\.(?:callerName|phone)\b/,
  /\bcaller_name\b(?! as "callerName")/,
  /\b(?:from|join)\s+(?:public\.)?(?:parties|party_links|party_changes|agreement_papers)\b/i,
  /\b(?:agreementPapers|partyChanges)\.(?:content|oldValue|newValue)\b/,
  /import \{[^}]*\bdecrypted\b[^}]*\} from "@\/db\/encryption\/encrypt"/,
  /\.select\(\s*\)\s*\.from\(\s*(?:parties|partyLinks|policeCalls)\b/,
];

/**
 * Where a text reads the name or phone of a party, of somebody beside one, or of a caller from the table itself.
 * @param {string} file relative path
 * @param {string} text
 * @returns {string[]} one line each
 */
export function partyNamesIn(file, text) {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, " "));
  return ways.flatMap((way) =>
    [...code.matchAll(new RegExp(way, `${way.flags}g`))].map(
      ({ 0: found, index }) =>
        `${file}:${code.slice(0, index).split("\n").length}: ${found.replace(/\s+/g, " ")}\n    ${instead}`,
    ),
  );
}
