import { type RiskLevel, riskLevels } from "@/db/vocabulary";
import type { NewEvent } from "../../kernel/events";

/** The event that tells whoever answers for the level, where it has become higher: red the head and the leader on duty, amber the leader on duty. */
export function riskRaised(disputeId: string, before: RiskLevel | null, after: RiskLevel): NewEvent[] {
  const isHigher = riskLevels.indexOf(after) > riskLevels.indexOf(before ?? "green");
  return isHigher ? [{ action: "risk.raise", disputeId, payload: { level: after } }] : [];
}
