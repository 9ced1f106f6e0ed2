/** A comment, a string, a quoted name, a dollar-quoted body, or one character: what a semicolon may not be looked for in. */
const token = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|[\s\S]/g;

/**
 * The statements of an SQL text, without the comments between and within them; bodies of functions stay as written.
 * Plain JavaScript, because the checks that run before TypeScript does read statements by it too.
 * @param {string} text
 * @returns {string[]}
 */
export function statementsOf(text) {
  const statements = [""];
  for (const [part] of text.matchAll(token)) {
    if (part === ";") statements.push("");
    else if (!part.startsWith("--") && !part.startsWith("/*")) statements[statements.length - 1] += part;
  }
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== "");
}

/** Adds a word to a type: the type's name, and whether the statement minds a word that is there already. */
export const addsWord = /^alter\s+type\s+(?:"?public"?\.)?"?(\w+)"?\s+add\s+value\s+(if\s+not\s+exists\s+)?/i;
