import { and, eq } from "drizzle-orm";
import { disputes } from "@/db/schema/disputes";
import type { PersonActor } from "../../kernel/actor";
import type { NewEvent } from "../../kernel/events";
import { higherRisk, proposedRisk } from "../choices";
import type { Act } from "../perform";
import { type GateFacts, standsOf } from "./gate-facts";
import { riskRaised } from "./raise-risk";
import type { GateStands } from "./triage-gate";

/** Raises the dispute's risk to what the answers given now suggest, never lowers it, and gives the event that tells of it. */
export async function followAnswers(act: Act<PersonActor>, facts: GateFacts, answers: GateStands): Promise<NewEvent[]> {
  const { tx, countyId, dispute } = act;
  const [was, is] = [proposedRisk(standsOf(facts)), proposedRisk(standsOf(facts, answers))];
  // Somebody may have lowered it since, with a reason: answers that say nothing new leave that as it is.
  if (was === is) return [];
  const risk = higherRisk(dispute.risk, is);
  if (risk === dispute.risk) return [];
  await tx
    .update(disputes)
    .set({ risk })
    .where(and(eq(disputes.countyId, countyId), eq(disputes.id, dispute.id)));
  return riskRaised(dispute.id, dispute.risk, risk);
}
