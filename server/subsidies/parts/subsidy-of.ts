import type { PaperKind } from "@/db/vocabulary";
import { isSimple, type PaperLine, type PapersCounted } from "../../papers/parts/paper-list";
import type { Rules } from "../../rules/defaults";

/** By what a matter is paid: an oral agreement, a written one by how much work it was, or none reached. */
export const subsidyClasses = ["oral", "simple", "ordinary", "difficult", "failed"] as const;
export type SubsidyClass = (typeof subsidyClasses)[number];

/** Why nothing is paid for a matter, or not yet. */
export type SubsidyBlock =
  /** Papers that the dossier must have are missing. */
  | { code: "papers"; kinds: PaperKind[] }
  | { code: "notArchived" }
  /** The same dispute was paid for before, under this dossier's number. */
  | { code: "paidBefore"; dossierNumber: string }
  /** It was merged into another matter, which is paid for. */
  | { code: "merged" }
  /** The rules of that day give nothing for its class. */
  | { code: "noAmount" };

export interface Subsidy {
  class: SubsidyClass;
  /** What the rules give for it, whether it is blocked or not. */
  amountFen: number;
  block: SubsidyBlock | null;
}

interface Matter {
  counted: PapersCounted;
  papers: readonly PaperLine[];
  isArchived: boolean;
  isMerged: boolean;
  /** Number of the dossier by which the same dispute was paid for before. */
  paidAs: string | null;
  /** As they stood on the day of archiving. */
  rules: Rules;
}

/** What is paid for a matter, and what blocks it: of several reasons the one that lasts, then what can be mended. */
export function subsidyOf({ counted, papers, isArchived, isMerged, paidAs, rules }: Matter): Subsidy {
  const kind = classOf(counted, rules);
  const amountFen = yuanOf(rules)[kind] * 100;
  const missing = papers.filter(({ need, state }) => need === "must" && state === "missing");
  const blockOf = (): SubsidyBlock | null => {
    if (isMerged) return { code: "merged" };
    if (paidAs !== null) return { code: "paidBefore", dossierNumber: paidAs };
    if (amountFen === 0) return { code: "noAmount" };
    if (missing.length > 0) return { code: "papers", kinds: missing.map((line) => line.kind) };
    return isArchived ? null : { code: "notArchived" };
  };
  return { class: kind, amountFen, block: blockOf() };
}

const yuanOf = (rules: Rules): Record<SubsidyClass, number> => ({
  oral: rules["subsidy.oral"],
  simple: rules["subsidy.simple"],
  ordinary: rules["subsidy.ordinary"],
  difficult: rules["subsidy.difficult"],
  failed: rules["subsidy.failed"],
});

function classOf(counted: PapersCounted, rules: Rules): SubsidyClass {
  const { agreementForm, isInForce, sessionsEnded, parties } = counted;
  if (agreementForm === null || !isInForce) return "failed";
  if (agreementForm === "oral") return "oral";
  if (sessionsEnded >= rules["subsidy.difficultSessions"] || parties >= rules["subsidy.difficultParties"])
    return "difficult";
  return isSimple(counted, rules["papers.simpleSessions"]) ? "simple" : "ordinary";
}
