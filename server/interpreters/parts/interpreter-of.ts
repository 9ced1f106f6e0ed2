import { and, eq } from "drizzle-orm";
import { interpreters } from "@/db/schema/interpreters";
import { type Act, proceedingOf } from "../../disputes/perform";
import { conflict, notFound } from "../../kernel/problem";

export type InterpreterRow = typeof interpreters.$inferSelect;

/** Locks and gives an interpreter or reader of this proceeding; refuses interpreterEnded once they are not needed any more. */
export async function interpreterOf(act: Act, interpreterId: string): Promise<InterpreterRow> {
  const { tx, countyId } = act;
  const [row] = await tx
    .select()
    .from(interpreters)
    .where(
      and(
        eq(interpreters.countyId, countyId),
        eq(interpreters.proceedingId, proceedingOf(act).id),
        eq(interpreters.id, interpreterId),
      ),
    )
    .for("update");
  if (!row) throw notFound();
  if (row.endedAt) throw conflict("interpreterEnded");
  return row;
}
