import { fenOfYuan, yuanOfFen } from "@/app/_ui/format/fen";
import type { Liability, ObligationKind, ProofKind } from "@/db/vocabulary";
import { dueAfterMaxDays, equalShares } from "@/server/agreements/choices";
import type { UnfinishedClause } from "@/server/agreements/inputs";
import type { AgreementClause } from "@/server/agreements/reads/agreement";

/** A clause as it is being written: anything may still be missing. Money as typed, in yuan. */
export interface ClauseDraft {
  key: string;
  kind: ObligationKind;
  text: string;
  yuan: string;
  dueOn: string;
  /** Days after the day of signing as typed, 0 for that day itself; undefined where a day is named. */
  dueAfter?: string;
  /** The day off on which those days would have ended, once the agreement is in force and they end after it. */
  movedFrom?: string;
  proof: ProofKind | "";
  /** In which way and where it is to be done. */
  way?: string;
  place?: string;
  /** When it is owed at all, and what follows where it is not kept. */
  condition?: string;
  consequence?: string;
  verifierId: string;
  obligorPartyIds: string[];
  obligeePartyIds: string[];
  /** How several obligors of a payment owe it; empty while nobody has said. */
  liability: Liability | "";
  /** Of named shares: yuan as typed, by party. */
  shares: Readonly<Record<string, string>>;
  /** In how many parts and how many months apart it is to be paid, as typed; gone once each part is a clause of its own. */
  instalments?: { count: string; months: string };
}

/** Whether the clause has to say how it is owed: a payment of several. */
export const isShared = ({ kind, obligorPartyIds }: Pick<ClauseDraft, "kind" | "obligorPartyIds">): boolean =>
  kind === "pay" && obligorPartyIds.length > 1;

/** The share of each obligor in fen, in their order; null where one is missing or they do not add up to the sum. */
export function sharesOf(clause: ClauseDraft): number[] | null {
  const amountFen = fenOfYuan(clause.yuan);
  if (!amountFen) return null;
  if (clause.liability === "equalShares") return equalShares(amountFen, clause.obligorPartyIds);
  const said = clause.obligorPartyIds.map((id) => fenOfYuan(clause.shares[id] ?? "") ?? 0);
  return said.every((fen) => fen > 0) && said.reduce((sum, fen) => sum + fen, 0) === amountFen ? said : null;
}

/** How many days after the day of signing it is due; null where a day is named, or nothing sensible was typed. */
export function dueAfterOf({ dueAfter = "" }: Pick<ClauseDraft, "dueAfter">): number | null {
  const days = /^\d{1,4}$/.test(dueAfter) ? Number(dueAfter) : null;
  return days !== null && days <= dueAfterMaxDays ? days : null;
}

/** Whether the clause says when it is due: on a day, or so many days after the day of signing. */
export const saysWhen = (clause: ClauseDraft): boolean =>
  clause.dueAfter === undefined ? clause.dueOn !== "" : dueAfterOf(clause) !== null;

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
  liability: "",
  shares: {},
});

/** As it is saved half-finished, and back. */
export const unfinishedOf = ({ movedFrom: _, shares, ...clause }: ClauseDraft): UnfinishedClause => ({
  ...clause,
  shares: Object.entries(shares).map(([partyId, yuan]) => ({ partyId, yuan })),
});
export const draftOfUnfinished = ({ shares, ...clause }: UnfinishedClause): ClauseDraft => ({
  ...clause,
  shares: Object.fromEntries(shares.map(({ partyId, yuan }) => [partyId, yuan])),
});

export const draftOf = (clause: AgreementClause): ClauseDraft => ({
  key: clause.id,
  kind: clause.kind,
  text: clause.text,
  yuan: clause.amountFen === null ? "" : yuanOfFen(clause.amountFen),
  dueOn: clause.dueOn ?? "",
  dueAfter: clause.dueAfterDays === null ? undefined : String(clause.dueAfterDays),
  ...(clause.movedFrom ? { movedFrom: clause.movedFrom } : {}),
  proof: clause.proof,
  way: clause.way,
  place: clause.place,
  condition: clause.condition,
  consequence: clause.consequence,
  verifierId: clause.verifierId ?? "",
  obligorPartyIds: clause.obligorPartyIds,
  obligeePartyIds: clause.obligeePartyIds,
  liability: clause.liability ?? "",
  shares: Object.fromEntries(clause.obligorPartyIds.map((id, i) => [id, yuanOfFen(clause.sharesFen[i] ?? 0)])),
});

/** The clause as the server takes it, or null while something is missing. */
export function clauseInput(clause: ClauseDraft) {
  const amountFen = clause.kind === "pay" ? fenOfYuan(clause.yuan) : null;
  if (clause.kind === "pay" && clause.instalments) return null;
  const isWhole = clause.text.trim() && saysWhen(clause) && clause.proof && clause.obligorPartyIds.length > 0;
  if (!isWhole || !clause.proof || (clause.kind === "pay" && (!amountFen || clause.obligeePartyIds.length === 0)))
    return null;
  const sharesFen = isShared(clause) && clause.liability === "shares" ? sharesOf(clause) : [];
  if (!sharesFen) return null;
  const { kind, text, proof, obligorPartyIds, obligeePartyIds } = clause;
  return {
    kind,
    text,
    amountFen,
    dueOn: clause.dueAfter === undefined ? clause.dueOn : null,
    dueAfterDays: dueAfterOf(clause) ?? undefined,
    proof,
    way: clause.way,
    place: clause.place,
    condition: clause.condition,
    consequence: clause.consequence,
    verifierId: clause.verifierId || null,
    obligorPartyIds,
    obligeePartyIds,
    liability: isShared(clause) && clause.liability ? clause.liability : undefined,
    sharesFen: sharesFen.length > 0 ? sharesFen : undefined,
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
