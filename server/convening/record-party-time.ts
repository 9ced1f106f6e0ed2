import { partyTimes } from "@/db/schema/panel";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { PartyTimeInput } from "./inputs";

/** Notes when a party can or cannot come, and why; read by the lead alone. The event says that it was noted, not what. */
export function recordPartyTime(ctx: ActContext, input: PartyTimeInput): Promise<{ partyTimeId: string }> {
  return perform(ctx, "partyTime.change", input, async ({ tx, countyId, dispute, now }) => {
    const id = newId(now);
    const { partyId, kind, weekday, fromDay, untilDay, fromTime, untilTime, reason } = input;
    await tx.insert(partyTimes).values({
      countyId,
      id,
      disputeId: dispute.id,
      partyId,
      kind,
      weekday,
      fromDay,
      untilDay,
      fromTime,
      untilTime,
      reason,
      recordedBy: ctx.actor.personId,
      recordedAt: now,
    });
    return { result: { partyTimeId: id } };
  });
}
