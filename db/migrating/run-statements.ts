import type postgres from "postgres";

/** A comment, a string, a quoted name, a dollar-quoted body, or one character: what a semicolon may not be looked for in. */
const token = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|[\s\S]/g;

/** The statements of an SQL text, without the comments between and within them. */
export function statementsOf(text: string): string[] {
  const statements: string[] = [];
  let current = "";
  for (const [part] of text.matchAll(token)) {
    if (part === ";") {
      statements.push(current.trim());
      current = "";
    } else if (!part.startsWith("--") && !part.startsWith("/*")) current += part;
  }
  return [...statements, current.trim()].filter((statement) => statement !== "");
}

/** Carries statements out one by one; what fails is named with its file. */
export async function run(sql: postgres.TransactionSql, file: string, statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    try {
      await sql.unsafe(statement);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${file}: ${why}\nin the statement\n${excerpt(statement)}`, { cause: error });
    }
  }
}

/** The beginning of a statement, long enough to find it again. */
function excerpt(statement: string): string {
  const lines = statement.split("\n");
  return lines.length > 12 ? [...lines.slice(0, 12), "…"].join("\n") : statement;
}
