import { statementsOf } from "../../db/migrating/split-statements.mjs";

/** How every statement of a folder under db/sql begins. */
const shapes = {
  functions: /^create function app\./i,
  views: /^create view /i,
  triggers: /^create (?:constraint )?trigger /i,
  policies:
    /^(?:create policy |alter table \w+ (?:enable row level security, force row level security|disable row level security)$)/i,
  grants: /^(?:grant|revoke|alter default privileges) /i,
};
const serverClock =
  /(?<!app\.)\bnow\s*\(|\b(?:clock_timestamp|statement_timestamp|timeofday)\s*\(|\b(?:current|local)_?(?:timestamp|date|time)\b/i;
// Functions that must read the server's own clock; the reason is given beside each.
const realTime = /^create function app\.(?:now|retry_work)\b/i;
const longest = 300;

/**
 * What is wrong with a file of living text.
 * @param {string} file as "policies/desk.sql"
 * @param {string} text
 * @returns {string[]}
 */
export function sqlFaults(file, text) {
  const kind = file.replace(/\/.*/, "");
  const shape = new Map(Object.entries(shapes)).get(kind);
  if (!shape) return [`${file}: db/sql holds ${Object.keys(shapes).join(", ")} and nothing else`];
  const faults = [];
  const lines = text.split("\n").length - 1;
  if (lines > longest) faults.push(`${file} has ${lines} lines; ${longest} is the most`);
  for (const statement of statementsOf(text)) {
    const start = statement.replace(/\n[\s\S]*/, "").slice(0, 100);
    if (!shape.test(statement)) faults.push(`${file} holds ${kind} and nothing else, each created once: ${start}`);
    if (serverClock.test(statement) && !realTime.test(statement))
      faults.push(`${file}: the time is app.now(), which the actor's transaction may set: ${start}`);
    if (kind === "policies" && !areAskedByRow(statement))
      faults.push(`${file}: an exists of a policy ends with "offset 0", see db/sql/README.md: ${start}`);
  }
  return faults;
}

/**
 * Whether every exists of a statement ends with `offset 0`.
 * @param {string} statement
 */
function areAskedByRow(statement) {
  for (const { index } of statement.matchAll(/\bexists\s*\(/gi)) {
    let depth = 0;
    let at = statement.indexOf("(", index);
    do {
      if (statement[at] === "(") depth += 1;
      if (statement[at] === ")") depth -= 1;
      at += 1;
    } while (depth > 0 && at < statement.length);
    if (!/\soffset 0\s*\)$/i.test(statement.slice(index, at))) return false;
  }
  return true;
}
