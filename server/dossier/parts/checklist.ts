import type { Outcome, Track } from "@/db/vocabulary";
import type { PaperCounts } from "../../papers/parts/papers-of";

/** Papers of a dossier, in the order of the table of contents. */
export const papers = [
  "intake",
  "triage",
  "finding",
  "notices",
  "consents",
  "refusal",
  "guardiansTold",
  "guardiansCame",
  "appraisals",
  "invitations",
  "sessionRecords",
  "caseAccount",
  "agreement",
  "onSpotForm",
  "oralAgreement",
  "signatures",
  "seal",
  "performanceProofs",
  "visit",
  "endingNotice",
  "suingTold",
  "settlementApplication",
  "settlementDecision",
] as const;
export type Paper = (typeof papers)[number];
export type PaperState = "present" | "missing" | "notApplicable";

export interface DossierLine {
  paper: Paper;
  state: PaperState;
  /** How many of how many, where the paper is kept per party, session or clause. */
  have: number;
  of: number;
}

const mediated: readonly Track[] = ["peoples", "publicSecurity"];
const failed: readonly Outcome[] = [
  "refused",
  "deadlock",
  "expired",
  "unsigned",
  "unreachable",
  "publicSecurityToPenalty",
];

const line = (paper: Paper, applies: boolean, have: number, of: number): DossierLine => ({
  paper,
  state: !applies ? "notApplicable" : of > 0 && have >= of ? "present" : "missing",
  have: applies ? have : 0,
  of: applies ? of : 0,
});

/**
 * Which papers this track's dossier needs, and which are there. What cannot exist any more, or never
 * had to, is "not applicable": a calmed quarrel needs no thirteen papers, a failed mediation no seal.
 */
export function checklist(track: Track, counts: PaperCounts): DossierLine[] {
  const peoples = track === "peoples";
  const isMediated = mediated.includes(track);
  const isFailed = counts.outcome !== null && failed.includes(counts.outcome);
  const hasPaper = isMediated && counts.agreementForm !== null;
  const wantsPaper = hasPaper || (isMediated && counts.outcome === null);
  const isOnSpot = counts.police?.onSpot ?? false;
  const written = wantsPaper && counts.agreementForm !== "oral";
  const wantsSessions = isMediated && !isOnSpot && (counts.outcome === null || counts.sessionsEnded > 0 || hasPaper);
  const asked = peoples || isPoliceAsked(counts);
  const hasRefused = counts.outcome === "refused" || counts.police?.failure === "unwilling";
  const lines = [
    line("intake", true, 1, 1),
    line("triage", true, Math.min(counts.triages, 1), 1),
    line("notices", asked, counts.noticed, counts.parties),
    line("consents", asked && !hasRefused, counts.consented, counts.parties),
    line("invitations", counts.invitations > 0, counts.invitations, counts.invitations),
    line("sessionRecords", wantsSessions, counts.sessionsRecorded, Math.max(counts.sessionsEnded, 1)),
    line("agreement", written && !isOnSpot, counts.agreementForm === "written" ? 1 : 0, 1),
    line("oralAgreement", counts.agreementForm === "oral" && !isOnSpot, 1, 1),
    line("signatures", written, counts.signed + (counts.mediatorSigned ? 1 : 0), counts.parties + 1),
    line("seal", peoples && written, counts.sealed ? 1 : 0, 1),
    line("performanceProofs", counts.isInForce, counts.proven, counts.obligations),
    line("visit", peoples && (counts.isInForce || wantsPaper), Math.min(counts.visits, 1), 1),
    line("endingNotice", isFailed && counts.police === null, counts.routesTold > 0 ? 1 : 0, 1),
    ...policeLines(counts, written && !isOnSpot),
  ];
  return papers.map((paper) => lines.find((one) => one.paper === paper) ?? line(paper, false, 0, 0));
}

/** Both sides are told and asked before the police mediate; not where they settled elsewhere or nothing was found. */
const isPoliceAsked = ({ police, outcome, noticed }: PaperCounts): boolean =>
  police !== null && (noticed > 0 || (outcome !== "publicSecuritySettled" && outcome !== "notViolation"));

/** What a police case has beside the papers of every mediation (程序规定 178–186). */
function policeLines({ police, outcome }: PaperCounts, wantsAccount: boolean): DossierLine[] {
  if (!police) return [];
  const isMediated = outcome !== "publicSecuritySettled" && outcome !== "notViolation";
  const isAgreed = wantsAccount || police.onSpot;
  return [
    line("finding", true, Math.min(police.findings, 1), 1),
    line("refusal", police.failure === "unwilling", police.refusals, 1),
    line("guardiansTold", isMediated && police.minors > 0, police.guardiansTold, police.minors),
    line("guardiansCame", isAgreed && police.guarded > 0, police.guardiansCame, police.guarded),
    line("appraisals", police.appraisals > 0, police.appraised, police.appraisals),
    line("caseAccount", wantsAccount, Math.min(police.accounts, 1), 1),
    line("onSpotForm", police.onSpot, 1, 1),
    line("suingTold", outcome === "publicSecurityToPenalty", police.suingTold ? 1 : 0, 1),
    line("settlementApplication", police.applications > 0, police.applications, police.applications),
    line("settlementDecision", police.applications > 0, police.decisions, police.applications),
  ];
}
