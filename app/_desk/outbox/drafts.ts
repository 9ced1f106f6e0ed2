import type { CardKind } from "@/db/vocabulary";

/** The unfinished card of one lane. */
export interface Draft {
  text: string;
  /** Key of the speaker, "party:…" or "person:…"; null for an entry by the desk itself. */
  speaker: string | null;
  /** The speaker was taken over from the card before, not chosen for this one. */
  isCarried: boolean;
  kind: CardKind;
  /** The proposal being answered. */
  answersId: string | null;
}

export const emptyDraft: Draft = { text: "", speaker: null, isCarried: false, kind: "claim", answersId: null };

/** After a card is written the next one keeps speaker and column, which are likely the same; the answer is finished. */
export const afterWriting = (draft: Draft): Draft => ({
  ...draft,
  text: "",
  isCarried: draft.speaker !== null,
  answersId: null,
});

/**
 * The draft in another column. Issues, facts and notes belong to everyone: a speaker who was only taken over from the
 * card before is dropped there.
 */
export function inColumn(draft: Draft, kind: CardKind): Draft {
  const isOfTable = kind === "issue" || kind === "fact" || kind === "note";
  const moved = { ...draft, kind, answersId: kind === "proposal" ? draft.answersId : null };
  return kind !== draft.kind && isOfTable && draft.isCarried ? { ...moved, speaker: null, isCarried: false } : moved;
}

/** Sets the speaker chosen by the user; null for none. */
export const saidBy = (draft: Draft, speaker: string | null): Draft => ({ ...draft, speaker, isCarried: false });

interface Answering {
  id: string;
  answersId: string | null;
}

/**
 * Numbers of proposals within their chain of counter-offers: the first is 1, each answer one more than what it
 * answers. A proposal outside any chain has 0.
 */
export function chainNumbers(cards: readonly Answering[]): Map<string, number> {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const answered = new Set(cards.flatMap((card) => card.answersId ?? []));
  const depth = (card: Answering, seen: readonly string[] = []): number => {
    const before = card.answersId ? byId.get(card.answersId) : undefined;
    return before && !seen.includes(before.id) ? 1 + depth(before, [...seen, card.id]) : 1;
  };
  return new Map(cards.map((card) => [card.id, card.answersId || answered.has(card.id) ? depth(card) : 0]));
}
