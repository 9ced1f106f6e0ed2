import type { Outcome, Track } from "@/db/vocabulary";

/** Papers of a dossier, in the order of the table of contents. */
export const papers = [
  "intake",
  "triage",
  "notices",
  "consents",
  "invitations",
  "sessionRecords",
  "agreement",
  "oralAgreement",
  "signatures",
  "seal",
  "performanceProofs",
  "visit",
  "endingNotice",
] as const;
export type Paper = (typeof papers)[number];
export type PaperState = "present" | "missing" | "notApplicable";

/** Counts from the rows of one proceeding. */
export interface PaperCounts {
  triages: number;
  parties: number;
  noticed: number;
  consented: number;
  invitations: number;
  sessionsEnded: number;
  sessionsRecorded: number;
  agreementForm: "written" | "oral" | null;
  isInForce: boolean;
  signed: number;
  mediatorSigned: boolean;
  sealed: boolean;
  obligations: number;
  proven: number;
  visits: number;
  outcome: Outcome | null;
  routesTold: number;
}

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
  const written = wantsPaper && counts.agreementForm !== "oral";
  const wantsSessions = isMediated && (counts.outcome === null || counts.sessionsEnded > 0 || hasPaper);
  return [
    line("intake", true, 1, 1),
    line("triage", true, Math.min(counts.triages, 1), 1),
    line("notices", peoples, counts.noticed, counts.parties),
    line("consents", peoples && counts.outcome !== "refused", counts.consented, counts.parties),
    line("invitations", counts.invitations > 0, counts.invitations, counts.invitations),
    line("sessionRecords", wantsSessions, counts.sessionsRecorded, Math.max(counts.sessionsEnded, 1)),
    line("agreement", written, counts.agreementForm === "written" ? 1 : 0, 1),
    line("oralAgreement", counts.agreementForm === "oral", 1, 1),
    line("signatures", written, counts.signed + (counts.mediatorSigned ? 1 : 0), counts.parties + 1),
    line("seal", peoples && written, counts.sealed ? 1 : 0, 1),
    line("performanceProofs", counts.isInForce, counts.proven, counts.obligations),
    line("visit", peoples && (counts.isInForce || wantsPaper), Math.min(counts.visits, 1), 1),
    line("endingNotice", isFailed, counts.routesTold > 0 ? 1 : 0, 1),
  ];
}
