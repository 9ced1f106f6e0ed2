import { createHash } from "node:crypto";

const place = (seed: string, id: string) => createHash("sha256").update(`${seed}:${id}`).digest("hex");

/**
 * The share that a seed draws, at least one of any: each matter has its place by the hash of seed and id, and the first are
 * drawn. It depends on nothing else, least of all on the order in which they come.
 */
export function drawn<T extends { id: string }>(closed: readonly T[], seed: string, percent: number): T[] {
  const places = closed.map((one) => ({ one, at: place(seed, one.id) })).sort((a, b) => (a.at < b.at ? -1 : 1));
  return places.slice(0, Math.ceil((closed.length * percent) / 100)).map(({ one }) => one);
}
