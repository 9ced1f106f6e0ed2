import { endings } from "@/db/schema/proceedings";
import type { ActContext } from "../kernel/context";
import { invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { endOutcomesOf } from "./choices";
import type { EndProceedingInput } from "./inputs";
import { dateEnd } from "./parts/move-acceptance";
import { type Released, releasePeople } from "./parts/release-people";
import { perform, proceedingOf } from "./perform";

/**
 * Ends a proceeding without its goal: withdrawn, unreachable, deadlock, time over, not signed, an agreement in breach or
 * performed in part (whose record has to be there), or (public security) passed on to a penalty. That the parties settled it
 * themselves counts as settled where one of them said so (`saidBy`) or was met before; who may say it, the database decides (speakerNotEntitled). Its bookings and
 * invitations are released, and the parties are told their
 * other routes where the law demands it (人民调解法 26; 程序规定 178、185).
 */
export function endProceeding(
  ctx: ActContext,
  input: EndProceedingInput,
): Promise<{ outcome: string; released: Released }> {
  return perform(ctx, "proceeding.end", input, async (act) => {
    const { tx, countyId, now, dispute, actor } = act;
    const proceeding = proceedingOf(act);
    const { outcome, reason, routesTold } = input;
    if (!endOutcomesOf(proceeding.track, proceeding.status).includes(outcome)) throw invalid("outcomeNotOnThisTrack");
    const isPenalty = outcome === "publicSecurityToPenalty";
    const failure = input.failure ?? null;
    if (isPenalty !== (failure !== null)) throw invalid("failureNeeded");
    const { happenedOn = null, saidBy = null } = input;
    if (saidBy && outcome !== "settledWithdrawn") throw invalid("invalidValue");
    if (happenedOn) await dateEnd(act, happenedOn);
    await tx.insert(endings).values({
      countyId,
      proceedingId: proceeding.id,
      disputeId: dispute.id,
      outcome,
      reason,
      routesTold,
      failure,
      failedOn: isPenalty ? (input.failedOn ?? input.happenedOn ?? dayOf(now)) : null,
      saidByPartyId: saidBy?.partyId ?? null,
      saidByLinkId: saidBy?.spokenByLinkId ?? null,
      saidMeans: saidBy?.means ?? null,
      endedBy: actor.personId,
      endedAt: now,
      happenedOn,
    });
    const released = await releasePeople(act, reason);
    return {
      result: { outcome, released },
      payload: {
        outcome,
        routesTold,
        happenedOn,
        ...(failure ? { failure } : {}),
        ...(saidBy ? { saidBy: saidBy.partyId } : {}),
        ...released,
      },
      stamps: { endedAt: now, outcome },
    };
  });
}
