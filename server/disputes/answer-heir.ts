import { and, eq, isNull } from "drizzle-orm";
import type * as z from "zod";
import { partyExits, partySuccessions } from "@/db/schema/parties";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, invalid, notFound } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { answerHeirInput } from "./inputs";
import { perform } from "./perform";

/**
 * Records whether an heir steps in or renounces (民法典 1124), once. Whoever renounces is no party any more. Refuses notFound,
 * alreadyDecided, dayInFuture, answerBeforeTold.
 */
export function answerHeir(ctx: ActContext, input: z.output<typeof answerHeirInput>): Promise<{ heirPartyId: string }> {
  return perform(ctx, "party.answerHeir", input, async ({ tx, countyId, dispute, now, actor }) => {
    const { heirPartyId, answer, answeredOn, reason } = input;
    if (answeredOn > dayOf(now)) throw invalid("dayInFuture");
    const ofHeir = and(
      eq(partySuccessions.countyId, countyId),
      eq(partySuccessions.disputeId, dispute.id),
      eq(partySuccessions.heirPartyId, heirPartyId),
    );
    const [heir] = await tx.select().from(partySuccessions).where(ofHeir);
    if (!heir) throw notFound();
    if (heir.answer) throw conflict("alreadyDecided");
    if (answeredOn < heir.toldOn) throw invalid("answerBeforeTold");
    await tx
      .update(partySuccessions)
      .set({ answer, answeredOn })
      .where(and(ofHeir, isNull(partySuccessions.answer)));
    if (answer === "renounces")
      await tx.insert(partyExits).values({
        countyId,
        id: newId(now),
        disputeId: dispute.id,
        partyId: heirPartyId,
        kind: "left",
        happenedOn: answeredOn,
        reason,
        recordedBy: actor.personId,
        recordedAt: now,
      });
    return { result: { heirPartyId }, payload: { party: heirPartyId, heirAnswer: answer, answeredOn, reason } };
  });
}
