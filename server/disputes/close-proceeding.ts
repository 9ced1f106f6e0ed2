import { endings } from "@/db/schema/proceedings";
import type { Outcome } from "@/db/vocabulary";
import type { ActContext } from "../kernel/context";
import { invalid } from "../kernel/problem";
import { isToldInWords } from "./choices";
import type { CloseProceedingInput } from "./inputs";
import { closeOutcomes } from "./parts/close-outcomes";
import { dateEnd } from "./parts/move-acceptance";
import { releasePeople } from "./parts/release-people";
import { perform, proceedingOf } from "./perform";
import { factsOf } from "./reads/facts";

/**
 * Closes a proceeding whose work is done. A mediated one needs every obligation performed and, in
 * people's mediation, a follow-up visit; the lifecycle and the database both refuse otherwise. Sessions still booked and
 * invitations still waiting are released as by any other end. How people were calmed and whom a matter went to is
 * said in words (doneInWords); the day may be an earlier one.
 */
export function closeProceeding(
  ctx: ActContext,
  input: CloseProceedingInput,
): Promise<{ proceedingId: string; outcome: Outcome }> {
  return perform(ctx, "proceeding.close", input, async (act) => {
    const { tx, countyId, now, dispute, actor } = act;
    const proceeding = proceedingOf(act);
    const facts = await factsOf(tx, countyId, proceeding.id, now);
    const offered = closeOutcomes(proceeding, facts.formInForce);
    const outcome = input.outcome ?? offered[0];
    if (!offered.includes(outcome)) throw invalid("outcomeNotOnThisTrack");
    if (isToldInWords(outcome) && input.note === "") throw invalid("doneInWords");
    const { happenedOn = null } = input;
    if (happenedOn) await dateEnd(act, happenedOn);
    await tx.insert(endings).values({
      countyId,
      proceedingId: proceeding.id,
      disputeId: dispute.id,
      outcome,
      reason: input.note,
      endedBy: actor.personId,
      endedAt: now,
      happenedOn,
    });
    const released = await releasePeople(act, input.note);
    return {
      result: { proceedingId: proceeding.id, outcome },
      payload: { outcome, happenedOn, ...released },
      stamps: { endedAt: now, outcome },
    };
  });
}
