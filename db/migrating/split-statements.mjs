/** A comment, a string, a quoted name or a dollar-quoted body, in which a semicolon ends nothing; or one character. */
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

/** A statement that adds a word to an enum type; captures the type's name and "if not exists". */
export const addsWord = /^alter\s+type\s+(?:"?public"?\.)?"?(\w+)"?\s+add\s+value\s+(if\s+not\s+exists\s+)?/i;
