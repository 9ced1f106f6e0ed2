import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { gateSteps } from "@/db/schema/gate";
import { responsibleOf } from "../../disputes/parts/open-violence-steps";

interface Taken {
  countyId: string;
  disputeId: string;
  stationId: string;
  leadPersonId: string;
  now: Date;
}

/**
 * What answers still ask for goes to the side that has taken the matter: the police's route on family violence to whoever
 * answers for it at that station, what is to be made clear to the new lead. Times stay: nobody is safer for the transfer.
 * Refuses with officerNeeded.
 */
export async function moveGateSteps(tx: Tx, taken: Taken): Promise<{ stepsOwner?: string }> {
  const { countyId, disputeId, stationId, leadPersonId, now } = taken;
  const open = and(eq(gateSteps.countyId, countyId), eq(gateSteps.disputeId, disputeId), isNull(gateSteps.result));
  const steps = await tx.select({ id: gateSteps.id, kind: gateSteps.kind }).from(gateSteps).where(open);
  const isViolence = steps.some(({ kind }) => kind !== "clarify");
  const stepsOwner = isViolence ? await responsibleOf(tx, countyId, stationId, now) : leadPersonId;
  for (const { id, kind } of steps)
    await tx
      .update(gateSteps)
      .set({ ownerId: kind === "clarify" ? leadPersonId : stepsOwner })
      .where(and(open, eq(gateSteps.id, id)));
  return steps.length > 0 ? { stepsOwner } : {};
}
