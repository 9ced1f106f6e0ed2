import { and, eq } from "drizzle-orm";
import { assignments } from "@/db/schema/assignments";
import { type Act, proceedingOf } from "../../disputes/perform";
import { notFound } from "../../kernel/problem";

/** A task of this proceeding, locked; whoever is asked to the matter finds their own alone. */
export async function assignmentOf(act: Act, assignmentId: string) {
  const [row] = await act.tx
    .select()
    .from(assignments)
    .where(
      and(
        eq(assignments.countyId, act.countyId),
        eq(assignments.proceedingId, proceedingOf(act).id),
        eq(assignments.id, assignmentId),
      ),
    )
    .for("update");
  if (!row) throw notFound();
  return row;
}
