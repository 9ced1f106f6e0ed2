import { breaches } from "@/db/schema/performance";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { checkHappened } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import { addDays, dayOf } from "../kernel/shanghai";
import type { RecordBreachInput } from "./inputs";
import { accountsOf, obligationInForce } from "./parts/add-entry";
import { inForceSince } from "./parts/in-force-since";

/**
 * Records that an obligor is in breach of an open clause and what the obligee was told they can do: apply for confirmation,
 * sue over the agreement (人民调解法 32), ask for enforcement of a confirmed one. It becomes the next step, to be looked at
 * again after `breach.followUpDays`. Refuses notFound, superseded, alreadyPerformed, notTheObligor, dayInFuture,
 * dayTooEarly before the agreement was in force.
 */
export function recordBreach(
  ctx: ActContext,
  input: RecordBreachInput,
): Promise<{ breachId: string; followUpOn: string }> {
  return perform(ctx, "performance.breach", input, async (act) => {
    const { tx, countyId, now, dispute, actor, rules } = act;
    const { obligationId, partyId, breachedOn, note, remediesTold } = input;
    const obligation = await obligationInForce(act, obligationId);
    if (obligation.supersededAt) throw conflict("superseded");
    if (obligation.performedAt || obligation.waivedAt) throw conflict("alreadyPerformed");
    if (!(await accountsOf(act, obligationId)).some((account) => account.partyId === partyId))
      throw conflict("notTheObligor");
    checkHappened(breachedOn, { now, earliest: await inForceSince(act, obligation.agreementId) });
    const breachId = newId(now);
    const followUpOn = addDays(dayOf(now), rules["breach.followUpDays"]);
    await tx.insert(breaches).values({
      countyId,
      id: breachId,
      disputeId: dispute.id,
      obligationId,
      partyId,
      breachedOn,
      note,
      remediesTold: [...remediesTold],
      followUpOn,
      recordedBy: actor.personId,
      recordedAt: now,
    });
    return {
      result: { breachId, followUpOn },
      payload: { obligationId, partyId, clause: obligation.ordinal, remediesTold, followUpOn },
    };
  });
}
