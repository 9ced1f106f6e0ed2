import {
  type ClockKind,
  type GateQuestion,
  type Outcome,
  type PartyLinkKind,
  type ProceedingStatus,
  type RiskLevel,
  type Role,
  riskLevels,
  type Source,
  type Track,
  type YesNoUnclear,
} from "@/db/vocabulary";

/** Which disputes a list holds; what each means is in server/disputes/parts/counted-sets.ts. */
export const listScopes = ["unarchived", "open", "mine", "all"] as const;
export type ListScope = (typeof listScopes)[number];

/**
 * How a proceeding may end without everything performed once its agreement is in force, each with its record in the ledger:
 * the obligor is in breach, or only part was performed (人民调解法 32). Police mediation that is not performed goes on to a penalty
 * (程序规定 185), also where whoever owes is gone; only of the dead nobody is punished.
 */
const exitOutcomes: Partial<Record<Track, readonly Outcome[]>> = {
  peoples: ["breached", "partlyPerformed", "obligorDead", "obligorGone"],
  publicSecurity: ["publicSecurityToPenalty", "obligorDead"],
};

/**
 * How a proceeding may end from here: an agreement that is in force did not fail for want of one. Where the gate has closed the
 * track since, the matter may go to whoever deals with it; what the police's own track then does is a penalty.
 */
export function endOutcomesOf(track: Track, status: ProceedingStatus, isGateShut = false): readonly Outcome[] {
  if (status === "performing") return exitOutcomes[track] ?? endOutcomes[track];
  const isHandedOn = isGateShut && (track === "peoples" || track === "onScene");
  return isHandedOn ? ["transferred", ...endOutcomes[track]] : endOutcomes[track];
}

/** Whoever speaks for a party by a letter of theirs, which has a day: before it nothing was theirs to say. */
export const isAuthorised = (kind: PartyLinkKind): boolean => kind === "agent" || kind === "representative";

/** Whether somebody of this role is of a committee, and leads for it (人民调解法 19). */
export const isOfCommittee = (role: Role): boolean => role === "mediator" || role === "committeeHead";

/**
 * Whether somebody of this role may lead a proceeding on a track: people's mediation a mediator or head of a committee
 * (人民调解法 19), the police's an officer (程序规定 178), any other either.
 */
export function mayLead(role: Role, track: Track): boolean {
  if (track === "peoples") return isOfCommittee(role);
  return role === "officer" || (isOfCommittee(role) && track !== "publicSecurity");
}

/**
 * Whether a corrected source asks anew whether a court has filed the matter: a court referred it after all, or did not. One that
 * a court entrusted answers by itself. As app.check_source_asked.
 */
export const asksOfCourt = (before: Source, after: Source): boolean =>
  before !== after &&
  after !== "courtEntrusted" &&
  (before === "courtReferral" || before === "courtEntrusted" || after === "courtReferral");

/** Sources in which an office refers the matter and keeps a number of it. */
export const isReferral = (source: Source): boolean =>
  ["courtReferral", "courtEntrusted", "procuratorate", "petitionOffice", "hotline12345", "otherDepartment"].includes(
    source,
  );

/** How somebody tried to reach a party. As app.check_ending_told. */
export const attemptMeans = ["phone", "visit", "message", "letter"] as const;

/** Outcomes that nothing but words shows: how people were calmed, whom a matter went to. As app.check_ending_told. */
export const isToldInWords = (outcome: Outcome | undefined): boolean =>
  outcome === "calmed" || outcome === "transferred";

/** How a proceeding may end before there is an agreement, by track; a refusal is recorded by its own act. */
const endOutcomes: Record<Track, readonly Outcome[]> = {
  peoples: ["settledWithdrawn", "deadlock", "unsigned", "unreachable", "expired"],
  publicSecurity: ["publicSecurityToPenalty", "notViolation"],
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

const nicknames = [
  /^[老小大阿].[头子哥姐弟妹儿]?$/u,
  /^.[哥姐弟妹叔婶嫂伯姨舅爷奶父母总工]$/u,
  /某|的|绰号|外号|小名|人称|化名/u,
  /[一-龥][0-9×xX*＊○□?？]|[0-9][一-龥]/u,
  /^(不详|不明|未知|无名|无名氏|佚名|待查|待定)$/u,
  /(先生|女士|小姐|太太|师傅|老板|老板娘|大爷|大妈|大哥|大姐|大叔|大嫂|大婶|阿姨|奶奶|爷爷|爸爸|妈妈|父亲|母亲|妻子|丈夫|老公|老婆|儿子|女儿)$/u,
  /(经理|老师|主任|队长|书记|会计|司机|工头|警官|律师|医生|大夫|护士|保安|店主|摊主|房东|房客|租客|租户|住户|业主|邻居|村民|居民)$/u,
  /(当事人|甲方|乙方|丙方|等人|夫妇|夫妻|一家|全家|家属|家长|麻子|狗子|胖子|瘸子)$/u,
];

/**
 * Whether a person is named as people call them, by what they do or whose they are, or not at all, and not as their papers
 * do: 老王, 李哥, 张某, 王××, 陈经理, 小明的妈妈, 301住户, 不详. Such a name is bound by nothing unless an ID number says who it is.
 * As app.is_nickname.
 */
export const isNickname = (name: string): boolean => [...name].length < 2 || nicknames.some((one) => one.test(name));

/** Whether a text is written like a unified social credit code (统一社会信用代码): 18 signs, without I, O, S, V and Z. */
export const isCreditCode = (code: string): boolean => /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code);

/** The years in which somebody can have been born, as far as forms and inputs ask. */
export const bornYears = { first: 1900, last: 2999 } as const;

/** A number as it is printed: （2026）柳人调字第 087 号. The width of {n:3} grows past 999. */
export const numberBy = (pattern: string, { year, word, n }: { year: number; word: string; n: number }): string =>
  pattern.replace(/\{(?:(yyyy)|(word)|n(?::([1-6]))?)\}/g, (_, isYear?: string, isWord?: string, width?: string) =>
    isYear ? String(year) : isWord ? word : String(n).padStart(Number(width ?? 1), "0"),
  );
