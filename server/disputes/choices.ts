import {
  type ClockKind,
  type GateQuestion,
  type Outcome,
  type ProceedingStatus,
  type RiskLevel,
  riskLevels,
  type Track,
  type YesNoUnclear,
} from "@/db/vocabulary";

/** Which disputes a list holds; what each means is in server/disputes/parts/counted-sets.ts. */
export const listScopes = ["unarchived", "open", "mine", "all"] as const;
export type ListScope = (typeof listScopes)[number];

/**
 * How a proceeding may end without everything performed once its agreement is in force, each with its record in the ledger:
 * the obligor is in breach, or only part was performed (人民调解法 32; 程序规定 185).
 */
const exitOutcomes: Partial<Record<Track, readonly Outcome[]>> = {
  peoples: ["breached", "partlyPerformed", "obligorDead", "obligorGone"],
  publicSecurity: ["publicSecurityToPenalty", "obligorDead", "obligorGone"],
};

/** How a proceeding may end from here: an agreement that is in force did not fail for want of one. */
export const endOutcomesOf = (track: Track, status: ProceedingStatus): readonly Outcome[] =>
  (status === "performing" ? exitOutcomes[track] : undefined) ?? endOutcomes[track];

/** How a proceeding may end before there is an agreement, by track; a refusal is recorded by its own act. */
const endOutcomes: Record<Track, readonly Outcome[]> = {
  peoples: ["settledWithdrawn", "deadlock", "unsigned", "unreachable", "expired"],
  publicSecurity: ["publicSecurityToPenalty", "notViolation"],
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

/**
 * The clock that a page's head shows: the one that runs, else the one that stopped last. The days for confirmation only
 * while they run: of what lapsed nothing is left to do.
 */
export function clockToShow<C extends { kind: ClockKind; state: string; stoppedOn: string | null }>(
  clocks: readonly C[],
): C | undefined {
  const ofMediation = clocks.filter((clock) => clock.kind !== "confirmation");
  return (
    ofMediation.find((clock) => clock.stoppedOn === null) ??
    clocks.find((clock) => clock.kind === "confirmation" && clock.state === "running") ??
    ofMediation.at(-1)
  );
}

/**
 * Whether a person is named as people call them and not as their papers do: 老王, 小李, 张某, 王师傅. Such a name is bound by
 * nothing unless an ID number says who it is. As app.is_nickname.
 */
export const isNickname = (name: string): boolean =>
  [...name].length < 2 ||
  /^[老小大阿].$/u.test(name) ||
  name.includes("某") ||
  /(先生|女士|小姐|师傅|老板|大爷|大妈|大哥|大姐|大叔|阿姨|奶奶|爷爷)$/.test(name);

/** Whether a text is written like a unified social credit code (统一社会信用代码): 18 signs, without I, O, S, V and Z. */
export const isCreditCode = (code: string): boolean => /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code);

/** The years in which somebody can have been born, as far as forms and inputs ask. */
export const bornYears = { first: 1900, last: 2999 } as const;
