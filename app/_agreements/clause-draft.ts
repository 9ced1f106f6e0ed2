import { fenOfYuan, yuanOfFen } from "@/app/_ui/format/fen";
import type { ObligationKind, ProofKind } from "@/db/vocabulary";
import type { AgreementClause } from "@/server/agreements/reads/agreement";

/** A clause as it is being written: anything may still be missing. Money as typed, in yuan. */
export interface ClauseDraft {
  key: string;
  kind: ObligationKind;
  text: string;
  yuan: string;
  dueOn: string;
  proof: ProofKind | "";
  verifierId: string;
  obligorPartyIds: string[];
  obligeePartyIds: string[];
}

export const emptyClause = (key: string): ClauseDraft => ({
  key,
  kind: "act",
  text: "",
  yuan: "",
  dueOn: "",
  proof: "",
  verifierId: "",
  obligorPartyIds: [],
  obligeePartyIds: [],
});

export const draftOf = (clause: AgreementClause): ClauseDraft => ({
  key: clause.id,
  kind: clause.kind,
  text: clause.text,
  yuan: clause.amountFen === null ? "" : yuanOfFen(clause.amountFen),
  dueOn: clause.dueOn,
  proof: clause.proof,
  verifierId: clause.verifierId ?? "",
  obligorPartyIds: clause.obligorPartyIds,
  obligeePartyIds: clause.obligeePartyIds,
});

/** The clause as the server takes it, or null while something is missing. */
export function clauseInput(clause: ClauseDraft) {
  const amountFen = clause.kind === "pay" ? fenOfYuan(clause.yuan) : null;
  const isWhole = clause.text.trim() && clause.dueOn && clause.proof && clause.obligorPartyIds.length > 0;
  if (!isWhole || !clause.proof || (clause.kind === "pay" && (!amountFen || clause.obligeePartyIds.length === 0)))
    return null;
  const { kind, text, dueOn, proof, obligorPartyIds, obligeePartyIds } = clause;
  return {
    kind,
    text,
    amountFen,
    dueOn,
    proof,
    verifierId: clause.verifierId || null,
    obligorPartyIds,
    obligeePartyIds,
  };
}

/** The list with one item moved one place up (-1) or down (1); unchanged at the ends. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const to = index + by;
  const item = list[index];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, i) => i !== index);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
