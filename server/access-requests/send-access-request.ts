import { accessRequests } from "@/db/schema/proceedings";
import { perform, proceedingOf } from "../disputes/perform";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import type { SendAccessRequestInput } from "./inputs";

/**
 * Asks, with a reason, to lead a dispute that somebody else led before. Its station's and its committee's heads are told;
 * one of another duty than the actor's decides. Refuses with noProceeding, alreadyLead, alreadyAsked.
 */
export function sendAccessRequest(
  ctx: ActContext<PersonActor>,
  input: SendAccessRequestInput,
): Promise<{ requestId: string }> {
  return perform(ctx, "access.request", input, async (act) => {
    const { tx, countyId, dispute, now, actor } = act;
    if (proceedingOf(act).leadPersonId === actor.personId) throw conflict("alreadyLead");
    const requestId = newId(now);
    await tx.insert(accessRequests).values({
      countyId,
      id: requestId,
      disputeId: dispute.id,
      personId: actor.personId,
      reason: input.reason,
      askedAt: now,
    });
    return { result: { requestId }, payload: { requestId, reason: input.reason } };
  });
}
