import { and, eq, isNull, ne } from "drizzle-orm";
import type * as z from "zod";
import { gateSteps } from "@/db/schema/gate";
import type { ActContext } from "../kernel/context";
import { checkHappenedSince } from "../kernel/happened";
import { conflict, forbidden } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { takeOverInput } from "./inputs";
import { firstDayOf } from "./parts/first-day-of";
import { perform } from "./perform";

/**
 * An officer of the station takes over a matter of family violence (反家庭暴力法 15) and owns what is left to do; the head may name
 * one. May be repeated: then the open steps go to the next officer. Refuses with noViolenceSteps, officerNeeded, dayInFuture, dayTooEarly.
 */
export function takeOverViolence(ctx: ActContext, input: z.output<typeof takeOverInput>): Promise<{ ownerId: string }> {
  return perform(ctx, "gate.takeOver", input, async (act) => {
    const { tx, actor, countyId, dispute, now } = act;
    const ownerId = input.officerId ?? actor.personId;
    if (ownerId !== actor.personId && actor.role !== "stationHead") throw forbidden();
    const doneOn = input.happenedOn ?? dayOf(now);
    await checkHappenedSince(doneOn, { now, earliest: () => firstDayOf(act) });
    const open = and(
      eq(gateSteps.countyId, countyId),
      eq(gateSteps.disputeId, dispute.id),
      ne(gateSteps.kind, "clarify"),
      isNull(gateSteps.result),
    );
    const handed = await tx.update(gateSteps).set({ ownerId }).where(open).returning({ id: gateSteps.id });
    if (handed.length === 0) throw conflict("noViolenceSteps");
    await tx
      .update(gateSteps)
      .set({ result: "takenOver", doneOn, doneBy: actor.personId, doneAt: now })
      .where(and(open, eq(gateSteps.kind, "takeOver")));
    return { result: { ownerId }, payload: { person: ownerId, doneOn } };
  });
}
