import type { FileKind, Outcome, PaperKind, Track } from "@/db/vocabulary";
import { dayInWords } from "../words/days";

/** What is counted of a proceeding to tell which papers its dossier has. */
export interface PapersCounted {
  parties: number;
  noticed: number;
  /** By name, everybody whose identity the dossier shows: each party, and each who acts for some. Two of one name stand there twice. */
  persons: readonly string[];
  /** Agents of parties, and those who have authority to settle and sign. */
  agents: number;
  authorised: number;
  /** Files that everybody at the table may know of, without those that are signed papers. */
  files: number;
  /** Scans and photographs of signed papers, each under its kind. */
  filed: readonly FiledPaper[];
  sessionsEnded: number;
  sessionsRecorded: number;
  agreementForm: "written" | "oral" | null;
  /** Whether a written one was sent to sign. */
  isSent: boolean;
  isInForce: boolean;
  onSpot: boolean;
  /** Clauses to pay, and those paid with a proof. */
  payClauses: number;
  paidClauses: number;
  /** Whether everything was performed on the day of the agreement. */
  isPerformedAtOnce: boolean;
  visits: number;
  /** Whether a court was asked to confirm it. */
  isApplied: boolean;
  applications: number;
  subjects: PaperSubjects;
  outcome: Outcome | null;
  routesTold: number;
}

/** At which step a paper is made: what one press prints together. */
export type PaperStep = "intake" | "session" | "sign" | "close";
export type PaperNeed = "must" | "ifApplicable";

/** One of several of a kind: a session, a payment, a visit, an agent, an application; by its day or name. */
export interface PaperSubject {
  id: string;
  on: string | null;
  name: string;
}
/** A file that is the signed paper of a kind, or proves a payment as its receipt does, as everybody at the table may open it. */
export interface FiledPaper {
  id: string;
  kind: PaperKind;
  name: string;
  /** Who handed it in, or whose it is; empty where nobody said. */
  provider: string;
  fileKind: FileKind;
  /** Whether it is the signed paper, and not a photograph that proves a payment. */
  isSigned: boolean;
  /** Proves what a file before it proves, or a payment whose clause is not paid yet: it lies in the dossier and does not count. */
  isFurther: boolean;
}
export type PaperSubjects = Partial<Record<PaperKind, PaperSubject[]>>;

/** A paper of the dossier: whether it has to be there, and of how many there are how many. */
export interface PaperLine {
  kind: PaperKind;
  step: PaperStep;
  need: PaperNeed;
  state: "present" | "missing" | "notApplicable";
  have: number;
  of: number;
  /** Whether there is something to print by now: an agreement as soon as it was sent to sign, a notice before it was given. */
  canPrint: boolean;
  /** What each is about; empty where there is one of the proceeding alone. */
  subjects: PaperSubject[];
  /** The signed ones that were scanned or photographed. */
  filed: FiledPaper[];
}

/** Practice from a day on: in which order papers lie in a dossier, with which step each is printed, and which nobody asked for yet. */
interface Practice {
  from: string;
  steps: Partial<Record<Track, readonly (readonly [PaperKind, PaperStep])[]>>;
  /** Count where they were filed; a dossier is whole without them. */
  unasked: readonly PaperKind[];
}
const steps: Practice["steps"] = {
  peoples: [
    ["cover", "close"],
    ["contents", "close"],
    ["application", "intake"],
    ["intake", "intake"],
    ["notice", "intake"],
    ["identity", "intake"],
    ["authority", "intake"],
    ["representatives", "intake"],
    ["investigation", "session"],
    ["evidence", "session"],
    ["record", "session"],
    ["agreement", "sign"],
    ["oralAgreement", "sign"],
    ["receipt", "sign"],
    ["revisit", "close"],
    ["ending", "close"],
    ["confirmation", "close"],
    ["closing", "close"],
    ["situation", "close"],
    ["back", "close"],
  ],
  publicSecurity: [
    ["contents", "close"],
    ["policeAgreement", "sign"],
    ["onSpotAgreement", "sign"],
    ["noPenalty", "close"],
    ["receipt", "sign"],
    ["notice", "intake"],
    ["policeRecord", "session"],
    ["identity", "intake"],
    ["evidence", "session"],
  ],
};
const practices: readonly Practice[] = [
  { from: "2011-01-01", steps, unasked: ["identity"] },
  { from: "2026-12-01", steps, unasked: [] },
];

/** Outcomes of people's mediation that failed, of which the parties are told in writing. */
export const failed: readonly Outcome[] = ["refused", "deadlock", "expired", "unsigned", "unreachable"];

/**
 * A matter that was settled in few sessions and performed at once needs the paper of what was agreed, receipts and notices of
 * ending alone; how few sessions is a local rule (`papers.simpleSessions`), 0 where every matter needs all.
 */
export const isSimple = (
  { isInForce, isPerformedAtOnce, sessionsEnded }: PapersCounted,
  simpleSessions: number,
): boolean => simpleSessions > 0 && isInForce && isPerformedAtOnce && sessionsEnded <= simpleSessions;
const simplePapers: readonly PaperKind[] = ["agreement", "oralAgreement", "receipt", "ending"];

/**
 * The papers of a proceeding's dossier in the order of the practice of that day; none on tracks that have no such papers. A
 * dossier that was archived is judged by the day on which it was.
 */
export function paperList(
  track: Track,
  counted: PapersCounted,
  { day, simpleSessions }: { day: string; simpleSessions: number },
): PaperLine[] {
  const practice = practices.findLast(({ from }) => from <= day);
  const simple = isSimple(counted, simpleSessions);
  const found = track === "publicSecurity" ? ofPolice(counted) : ofPeoples(counted);
  return (practice?.steps[track] ?? []).map(([kind, step]) => {
    const filed = counted.filed.filter((file) => file.kind === kind);
    const asked = practice?.unasked.includes(kind) ? nothing : (found[kind] ?? nothing);
    const { need, applies, have, of } = withFiled(asked, countFiled(kind, filed, counted.persons));
    const isSpared = simple && have < of && !simplePapers.includes(kind);
    const state = !applies || isSpared ? "notApplicable" : of > 0 && have >= of ? "present" : "missing";
    const counts = state === "notApplicable" ? { have: 0, of: 0 } : { have, of };
    return {
      kind,
      step,
      need: simple && !simplePapers.includes(kind) ? "ifApplicable" : need,
      state,
      ...counts,
      canPrint: canPrint(kind, counted),
      subjects: counted.subjects[kind] ?? [],
      filed,
    };
  });
}

/**
 * Identity papers count by whose they are: both sides of a card are of one person, and of two people of one name each has their
 * own. Those of which nobody said whose count each.
 */
function countFiled(kind: PaperKind, filed: readonly FiledPaper[], persons: readonly string[]): number {
  if (kind !== "identity") return filed.filter(({ isFurther }) => !isFurther).length;
  const ofName = (name: string) =>
    Math.min(persons.filter((one) => one === name).length, filed.filter(({ provider }) => provider === name).length);
  const known = [...new Set(persons)].reduce((sum, name) => sum + ofName(name), 0);
  return known + filed.filter(({ provider }) => !persons.includes(provider)).length;
}

/** What lies there on paper, signed, counts as what was recorded here does; of both the larger, as they may be the same. */
const withFiled = ({ need, applies, have, of }: Found, filed: number): Found => {
  const all = Math.max(of, Math.min(filed, 1));
  return { need, applies: applies || filed > 0, have: Math.min(all, Math.max(have, filed)), of: all };
};

/** Papers around the others, which are made once the pages are counted. */
const around: readonly PaperKind[] = ["cover", "contents", "back"];
/** What lies in the dossier between its cover and its back, for its contents as for the whole of it: whatever can be made by now or is there on paper. */
export const withinDossier = (lines: readonly PaperLine[]): PaperLine[] =>
  lines.filter(
    ({ kind, canPrint, state, filed }) =>
      (canPrint || filed.length > 0) && state !== "notApplicable" && !around.includes(kind),
  );

/** A paper's title with what it is about, where there are several of its kind. */
export function titledAbout(title: string, subject: PaperSubject | null): string {
  const about = subject?.on ? dayInWords(subject.on) : subject?.name;
  return about ? `${title}（${about}）` : title;
}

/** Papers of which there is one for each subject. */
const perSubject: readonly PaperKind[] = [
  ...(["record", "policeRecord", "receipt", "revisit", "authority", "representatives", "noPenalty"] as const),
];
/** Papers that are filled in from the first day on, some of them by hand. */
const fromTheStart: readonly PaperKind[] = ["application", "intake", "notice", "identity", "investigation"];
const afterTheEnd: readonly PaperKind[] = ["cover", "contents", "closing", "situation", "back"];

function canPrint(kind: PaperKind, counted: PapersCounted): boolean {
  const { agreementForm, isSent, isInForce, onSpot, outcome } = counted;
  if (perSubject.includes(kind)) return (counted.subjects[kind] ?? []).length > 0;
  if (fromTheStart.includes(kind)) return true;
  if (afterTheEnd.includes(kind)) return outcome !== null;
  switch (kind) {
    case "agreement":
    case "policeAgreement":
      return isSent && !onSpot;
    case "onSpotAgreement":
      return onSpot && isInForce;
    case "oralAgreement":
      return agreementForm === "oral" && isInForce;
    case "confirmation":
      return agreementForm === "written" && isInForce;
    case "evidence":
      return counted.files > 0;
    case "ending":
      return outcome !== null && failed.includes(outcome);
    default:
      return false;
  }
}

interface Found {
  need: PaperNeed;
  applies: boolean;
  have: number;
  of: number;
}
const nothing: Found = { need: "ifApplicable", applies: false, have: 0, of: 0 };
const must = (have: number, of: number, applies = true): Found => ({ need: "must", applies, have, of });
const may = (have: number, of: number): Found => ({ need: "ifApplicable", applies: of > 0, have, of });
const count = (isThere: boolean): number => (isThere ? 1 : 0);

function ofPeoples(counted: PapersCounted): Partial<Record<PaperKind, Found>> {
  const { outcome, agreementForm, isInForce } = counted;
  const hasFailed = outcome !== null && failed.includes(outcome);
  const wantsAgreement = agreementForm !== null || (outcome === null && !hasFailed);
  const wantsSessions = outcome === null || counted.sessionsEnded > 0 || agreementForm !== null;
  const hasEnded = outcome !== null;
  return {
    // Made from what the record holds, so that they are there as soon as there is something to file.
    cover: must(count(hasEnded), 1, hasEnded),
    contents: must(count(hasEnded), 1, hasEnded),
    back: must(count(hasEnded), 1, hasEnded),
    closing: must(count(hasEnded), 1, hasEnded),
    intake: must(1, 1),
    notice: must(counted.noticed, counted.parties),
    identity: must(0, counted.persons.length),
    authority: may(counted.authorised, counted.agents),
    representatives: may(counted.subjects.representatives?.length ?? 0, counted.subjects.representatives?.length ?? 0),
    evidence: may(counted.files, counted.files),
    record: must(counted.sessionsRecorded, Math.max(counted.sessionsEnded, 1), wantsSessions),
    agreement: must(count(agreementForm === "written" && isInForce), 1, wantsAgreement && agreementForm !== "oral"),
    oralAgreement: must(count(isInForce), 1, agreementForm === "oral"),
    receipt: may(counted.paidClauses, isInForce ? counted.payClauses : 0),
    revisit: must(Math.min(counted.visits, 1), 1, isInForce),
    ending: must(count(counted.routesTold > 0), 1, hasFailed),
    confirmation: may(count(counted.isApplied), count(counted.isApplied)),
  };
}

function ofPolice(counted: PapersCounted): Partial<Record<PaperKind, Found>> {
  const { outcome, agreementForm, isInForce, onSpot } = counted;
  const isMediated = outcome !== "publicSecuritySettled" && outcome !== "notViolation";
  const wantsPaper = isMediated && !onSpot && (agreementForm !== null || outcome === null);
  return {
    contents: must(count(outcome !== null), 1, outcome !== null && !onSpot),
    policeAgreement: must(count(isInForce), 1, wantsPaper),
    onSpotAgreement: must(count(isInForce), 1, onSpot),
    noPenalty: may(counted.applications, counted.applications),
    receipt: may(counted.paidClauses, isInForce ? counted.payClauses : 0),
    notice: must(counted.noticed, counted.parties, isMediated),
    policeRecord: must(
      counted.sessionsRecorded,
      Math.max(counted.sessionsEnded, 1),
      isMediated && !onSpot && (outcome === null || counted.sessionsEnded > 0),
    ),
    evidence: may(counted.files, counted.files),
  };
}
