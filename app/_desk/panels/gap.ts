import type { ShownCard } from "../outbox/outbox";

export interface Gap {
  low: Named;
  high: Named;
  apart: number;
}

interface Named {
  side: number;
  yuan: number;
  /** An offer; otherwise a claim. */
  isOffer: boolean;
}

const unit: Record<string, number> = { 万: 10_000, 千: 1_000 };
const amount = /(?:[¥￥]\s*)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})?\s*(万|千)?\s*(元|块|yuan|RMB)?/gi;

/** The one amount of money a card names, in yuan; null when it names none or several. */
export function yuanIn(text: string): number | null {
  const found = [...text.matchAll(amount)].flatMap(([whole, digits = "", decimals = "", scale]) => {
    const isMoney = /[¥￥]|元|块|yuan|RMB|万/i.test(whole);
    if (!isMoney) return [];
    return Math.round(Number(digits.replaceAll(",", "") + decimals) * (scale ? (unit[scale] ?? 1) : 1) * 100) / 100;
  });
  const different = [...new Set(found)];
  return different.length === 1 ? (different[0] ?? null) : null;
}

/**
 * The nearest gap between two sides, from joint cards alone: takes each side's newest live amount and the closest pair
 * of which at least one is an offer (two claims may be about different things). Null when
 * there is no such pair.
 */
export function nearestGap(cards: readonly ShownCard[], sideOf: (card: ShownCard) => number | null): Gap | null {
  const newest = new Map<number, Named>();
  for (const card of cards) {
    if (card.lane !== "joint" || card.state === "withdrawn" || !card.text) continue;
    if (card.kind !== "claim" && card.kind !== "proposal") continue;
    const side = sideOf(card);
    const yuan = yuanIn(card.text);
    if (side !== null && yuan !== null) newest.set(side, { side, yuan, isOffer: card.kind === "proposal" });
  }
  const said = [...newest.values()].sort((a, b) => a.yuan - b.yuan);
  const pairs = said.flatMap((low, index) =>
    said.slice(index + 1).flatMap((high) => {
      const apart = Math.round((high.yuan - low.yuan) * 100) / 100;
      return apart > 0 && (low.isOffer || high.isOffer) ? [{ low, high, apart }] : [];
    }),
  );
  return pairs.sort((a, b) => a.apart - b.apart)[0] ?? null;
}
