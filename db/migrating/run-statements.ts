import type postgres from "postgres";

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
