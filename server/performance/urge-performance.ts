import { urges } from "@/db/schema/performance";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { happenedAt } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import type { UrgePerformanceInput } from "./inputs";
import { obligationInForce } from "./parts/add-entry";
import { inForceSince } from "./parts/in-force-since";

/** Records that the committee urged the obligors of an open obligation (人民调解法 31), on the day on which it did. Refuses dayInFuture, dayTooEarly. */
export function urgePerformance(ctx: ActContext, input: UrgePerformanceInput): Promise<{ urgeId: string }> {
  return perform(ctx, "performance.urge", input, async (act) => {
    const { tx, countyId, now, dispute, actor } = act;
    const found = await obligationInForce(act, input.obligationId);
    if (found.supersededAt) throw conflict("superseded");
    if (found.performedAt || found.waivedAt) throw conflict("alreadyPerformed");
    const { happenedOn = null } = input;
    const urgeId = newId(now);
    await tx.insert(urges).values({
      countyId,
      id: urgeId,
      disputeId: dispute.id,
      obligationId: input.obligationId,
      note: input.note,
      urgedBy: actor.personId,
      urgedAt: happenedOn ? happenedAt(happenedOn, { now, earliest: await inForceSince(act, found.agreementId) }) : now,
    });
    return { result: { urgeId }, payload: { obligationId: input.obligationId, clause: found.ordinal, happenedOn } };
  });
}
