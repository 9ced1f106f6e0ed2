import type * as z from "zod";
import { assignments } from "@/db/schema/assignments";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { invalid } from "../kernel/problem";
import { requireOfficeTime } from "../rules/require-office-time";
import type { giveAssignmentInput } from "./inputs";

/**
 * Adds a task to a coordination: for a helper who is asked to the matter, who is told, or for an organisation outside. Refuses
 * askSomebody, answerBeforeNow, outsideOfficeHours, and notAskedToMatter (by the database).
 */
export function giveAssignment(
  ctx: ActContext,
  input: z.output<typeof giveAssignmentInput>,
): Promise<{ assignmentId: string }> {
  return perform(ctx, "assignment.give", input, async (act) => {
    const { tx, countyId, dispute, actor, now } = act;
    const { what, personId, organisation } = input;
    if ((personId === null) === (organisation === "")) throw invalid("askSomebody");
    const dueAt = requireOfficeTime(input.dueAt, act);
    const assignmentId = newId(now);
    await tx.insert(assignments).values({
      ...{ countyId, id: assignmentId, disputeId: dispute.id, proceedingId: proceedingOf(act).id },
      ...{ what, personId, organisation, dueAt, askedBy: actor.personId, askedAt: now },
    });
    return { result: { assignmentId }, payload: { assignmentId, dueAt: dueAt.toISOString() } };
  });
}
