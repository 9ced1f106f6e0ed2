import type { Outcome, Track } from "@/db/vocabulary";

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
 * Whether a guardian acts for them: for a minor, unless they are 16 or more and live on their own wages, and for an adult who
 * cannot judge what they do (民法典 18–24).
 */
export const needsGuardian = (party: {
  isMinor: boolean;
  lacksCapacity: boolean;
  /** Why a minor of 16 or more acts themself; empty for everybody else. */
  ownWagesReason: string;
}): boolean => party.lacksCapacity || (party.isMinor && party.ownWagesReason === "");
