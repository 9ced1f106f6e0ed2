import { and, eq } from "drizzle-orm";
import { assignments } from "@/db/schema/assignments";
import { type Act, proceedingOf } from "../../disputes/perform";
import { invalid, notFound } from "../../kernel/problem";
import { isOfficeTime } from "../../rules/office-hours";

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

/** When a task is to be done: still to come, while the office is open. Refuses answerBeforeNow, outsideOfficeHours. */
export function dueTime(act: Act, dueAt: string): Date {
  const at = new Date(dueAt);
  if (at <= act.now) throw invalid("answerBeforeNow");
  if (!isOfficeTime(at, act)) throw invalid("outsideOfficeHours");
  return at;
}
