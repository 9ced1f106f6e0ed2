import { and, eq } from "drizzle-orm";
import { accessRequests } from "@/db/schema/proceedings";
import { perform } from "../disputes/perform";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import { addDays, dayOf, instantOf } from "../kernel/shanghai";
import type { AnswerAccessRequestInput } from "./inputs";

/**
 * Grants or refuses another person's request to lead a dispute. What is granted serves for one act and lapses after
 * `access.grantDays`. Whoever asked and the other head are told. Refuses with alreadyDecided, otherDutyDecides.
 */
export function answerAccessRequest(
  ctx: ActContext<PersonActor>,
  input: AnswerAccessRequestInput,
): Promise<{ requestId: string }> {
  const { requestId, isGranted } = input;
  return perform(ctx, "access.decide", input, async ({ tx, countyId, dispute, now, actor, rules }) => {
    const one = and(
      eq(accessRequests.countyId, countyId),
      eq(accessRequests.disputeId, dispute.id),
      eq(accessRequests.id, requestId),
    );
    const [request] = await tx.select().from(accessRequests).where(one).for("update");
    if (!request) throw notFound();
    if (request.decidedAt) throw conflict("alreadyDecided");
    const lastDay = addDays(dayOf(now), rules["access.grantDays"] + 1);
    await tx
      .update(accessRequests)
      .set({
        isGranted,
        decidedBy: actor.personId,
        decidedAt: now,
        validUntil: isGranted ? instantOf(lastDay, "00:00") : null,
      })
      .where(one);
    return { result: { requestId }, payload: { requestId, person: request.personId, granted: isGranted } };
  });
}
