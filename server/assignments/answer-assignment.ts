import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { assignments } from "@/db/schema/assignments";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { answerAssignmentInput } from "./inputs";
import { assignmentOf } from "./parts/assignment-of";

/**
 * A task is done, and by what that is seen, or cannot be done, and why: said by whoever was asked, or entered by the lead, who
 * heard it. Refuses assignmentMoved where it was answered or settled already.
 */
export function answerAssignment(
  ctx: ActContext,
  input: z.output<typeof answerAssignmentInput>,
): Promise<{ assignmentId: string }> {
  return perform(ctx, "assignment.answer", input, async (act) => {
    const { tx, countyId, actor, now } = act;
    const { id: assignmentId, status, dueAt } = await assignmentOf(act, input.assignmentId);
    if (status !== "open") throw conflict("assignmentMoved");
    await tx
      .update(assignments)
      .set({ status: input.answer, answer: input.note, answeredBy: actor.personId, answeredAt: now })
      .where(and(eq(assignments.countyId, countyId), eq(assignments.id, assignmentId)));
    return { result: { assignmentId }, payload: { assignmentId, answer: input.answer, inTime: now <= dueAt } };
  });
}
