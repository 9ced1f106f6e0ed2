import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { conflict } from "../../kernel/problem";

/**
 * Refuses with workRests while something to come rests on a person: shifts, questions that wait for them, steps of the gate,
 * a proceeding they assist in. With `keeps` only what rests on their help with other forces than these, which is what ends.
 */
export async function requireNoWork(tx: Tx, personId: string, keeps: readonly string[] | null): Promise<void> {
  const kept = keeps && `{${keeps.map((code) => JSON.stringify(code)).join(",")}}`;
  const [row] = await tx.execute<{ count: number }>(
    sql`select app.work_left_by(${personId}::uuid, ${kept}::text[]) as count`,
  );
  if (row && row.count > 0) throw conflict("workRests", { count: row.count });
}
