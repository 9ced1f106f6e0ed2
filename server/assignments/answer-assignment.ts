import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { assignments } from "@/db/schema/assignments";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { happenedAt } from "../kernel/happened";
import { conflict } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { answerAssignmentInput } from "./inputs";
import { assignmentOf } from "./parts/assignment-of";

/**
 * A task is done, and by what that is seen, or cannot be done, and why: said by whoever was asked, or entered by the lead, who
 * heard it; on a day since it was asked. Refuses assignmentMoved where it was answered or settled already, dayInFuture, dayTooEarly.
 */
export function answerAssignment(
  ctx: ActContext,
  input: z.output<typeof answerAssignmentInput>,
): Promise<{ assignmentId: string }> {
  return perform(ctx, "assignment.answer", input, async (act) => {
    const { tx, countyId, actor, now } = act;
    const { id: assignmentId, status, dueAt, askedAt } = await assignmentOf(act, input.assignmentId);
    if (status !== "open") throw conflict("assignmentMoved");
    const answeredAt = happenedAt(input.happenedOn, { now, earliest: dayOf(askedAt) });
    await tx
      .update(assignments)
      .set({ status: input.answer, answer: input.note, answeredBy: actor.personId, answeredAt })
      .where(and(eq(assignments.countyId, countyId), eq(assignments.id, assignmentId)));
    return { result: { assignmentId }, payload: { assignmentId, answer: input.answer, inTime: answeredAt <= dueAt } };
  });
}
