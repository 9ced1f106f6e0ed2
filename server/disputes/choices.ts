import {
  type GateQuestion,
  type Outcome,
  type RiskLevel,
  riskLevels,
  type Track,
  type YesNoUnclear,
} from "@/db/vocabulary";

/** Which disputes a list holds; what each means is in server/disputes/parts/counted-sets.ts. */
export const listScopes = ["unarchived", "open", "mine", "all"] as const;
export type ListScope = (typeof listScopes)[number];

/** How a proceeding may end without its goal, by track; a refusal is recorded by its own act. */
export const endOutcomes: Record<Track, readonly Outcome[]> = {
  peoples: ["settledWithdrawn", "deadlock", "unsigned", "unreachable", "expired"],
  publicSecurity: ["publicSecurityToPenalty", "settledWithdrawn"],
  onScene: ["settledWithdrawn", "unreachable"],
  coordination: ["settledWithdrawn", "unreachable"],
  transfer: ["settledWithdrawn"],
};

/**
 * The risk that answers suggest, by a local rule: who may be hurt again is red; who is hurt, cannot get through the night,
 * or may be in danger that nobody could rule out, is amber.
 */
export function proposedRisk({
  injury,
  threat,
  familyViolence,
  livelihood,
}: Partial<Record<GateQuestion, YesNoUnclear>>): RiskLevel {
  if (threat === "yes" || familyViolence === "yes") return "red";
  const isPossible = [threat, familyViolence].includes("unclear") || [injury, livelihood].includes("yes");
  return isPossible ? "amber" : "green";
}

export const higherRisk = (one: RiskLevel, other: RiskLevel): RiskLevel =>
  riskLevels.indexOf(one) >= riskLevels.indexOf(other) ? one : other;
