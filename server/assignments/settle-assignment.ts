import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { assignments } from "@/db/schema/assignments";
import { type Act, perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, invalid } from "../kernel/problem";
import { requireOfficeTime } from "../rules/require-office-time";
import type { settleAssignmentInput } from "./inputs";
import { assignmentOf } from "./parts/assignment-of";

type Input = z.output<typeof settleAssignmentInput>;
type Row = Awaited<ReturnType<typeof assignmentOf>>;

/**
 * The lead confirms that a task is done, opens it again with a new time, or drops it: both of these with a reason, which whoever
 * was asked reads. Refuses assignmentMoved, reasonNeeded, dueTimeNeeded and what requireOfficeTime refuses.
 */
export function settleAssignment(ctx: ActContext, input: Input): Promise<{ assignmentId: string }> {
  return perform(ctx, "assignment.settle", input, async (act) => {
    const row = await assignmentOf(act, input.assignmentId);
    if (input.verdict !== "confirm" && !input.remark) throw invalid("reasonNeeded");
    await act.tx
      .update(assignments)
      .set(changeOf(act, row, input, ctx.actor.personId))
      .where(and(eq(assignments.countyId, act.countyId), eq(assignments.id, row.id)));
    return { result: { assignmentId: row.id }, payload: { assignmentId: row.id, verdict: input.verdict } };
  });
}

/** The columns by verdict. What was answered to a task that is opened again stays in the chain of events alone. */
function changeOf(act: Act, { status }: Row, { verdict, remark, dueAt }: Input, settledBy: string) {
  const settled = { remark, settledBy, settledAt: act.now };
  if (verdict === "confirm") {
    if (status !== "done") throw conflict("assignmentMoved");
    return { status: "confirmed" as const, ...settled };
  }
  if (verdict === "drop") {
    if (status === "confirmed" || status === "dropped") throw conflict("assignmentMoved");
    return { status: "dropped" as const, ...settled };
  }
  if (status !== "done" && status !== "cannot") throw conflict("assignmentMoved");
  if (!dueAt) throw invalid("dueTimeNeeded");
  return {
    status: "open" as const,
    ...{ remark, dueAt: requireOfficeTime(dueAt, act), answer: "", answeredBy: null, answeredAt: null },
  };
}
