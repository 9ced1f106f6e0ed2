import { and, eq } from "drizzle-orm";
import { disputes } from "@/db/schema/disputes";
import { type RiskLevel, riskLevels } from "@/db/vocabulary";
import type { PersonActor } from "../../kernel/actor";
import type { NewEvent } from "../../kernel/events";
import { higherRisk, proposedRisk } from "../choices";
import type { Act } from "../perform";
import { type GateFacts, standsOf } from "./gate-facts";
import type { GateStands } from "./triage-gate";

/** Raises the dispute's risk to what the answers given now suggest, never lowers it, and gives the event that tells of it. */
export async function raiseToAnswers(
  act: Act<PersonActor>,
  facts: GateFacts,
  answers: GateStands,
): Promise<NewEvent[]> {
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

/** The event that tells whoever answers for the level, where it has become higher: red the head and the leader on duty, amber the leader on duty. */
export function riskRaised(disputeId: string, before: RiskLevel | null, after: RiskLevel): NewEvent[] {
  const isHigher = riskLevels.indexOf(after) > riskLevels.indexOf(before ?? "green");
  return isHigher ? [{ action: "risk.raise", disputeId, payload: { level: after } }] : [];
}
