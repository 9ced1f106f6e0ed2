import type { Point } from "./drawing";

export interface Spot {
  x: number;
  y: number;
}

/** How far it is across a stroke, and where it goes: 96 spots at equal distances. */
export interface Way {
  /** The longer side of the box around it, in pixels. */
  extent: number;
  spots: readonly Spot[];
}

/**
 * Frees a stroke of how fast it was drawn and of the trembling of a hand: points closer together than a thirtieth of its
 * extent count as one, the rest is smoothed. Browsers get the text of this function and of the three beside it
 * (`signatureCheckText`), so that each uses nothing but its parameters.
 */
export function evenWay(): (stroke: readonly Point[]) => Way {
  const samples = 96;
  const nowhere = { x: 0, y: 0 };
  const apart = (a: Spot, b: Spot) => Math.hypot(a.x - b.x, a.y - b.y);
  const span = (values: number[]) => (values.length > 0 ? Math.max(...values) - Math.min(...values) : 0);

  function thinned(spots: Spot[], least: number): Spot[] {
    const kept: Spot[] = [];
    for (const spot of spots) {
      const before = kept[kept.length - 1];
      if (!before || apart(spot, before) >= least) kept.push(spot);
    }
    const end = spots[spots.length - 1];
    if (end && kept.length > 1) kept[kept.length - 1] = end;
    return kept;
  }

  function evenly(spots: Spot[]): Spot[] {
    const [first = nowhere] = spots;
    let length = 0;
    for (let i = 1; i < spots.length; i += 1) length += apart(spots[i - 1] ?? first, spots[i] ?? first);
    const step = length / (samples - 1);
    const even = [first];
    let gone = 0;
    for (let i = 1; i < spots.length; i += 1) {
      const [from, to] = [spots[i - 1] ?? first, spots[i] ?? first];
      const part = apart(from, to);
      while (part > 0 && even.length < samples - 1 && even.length * step <= gone + part) {
        const share = (even.length * step - gone) / part;
        even.push({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
      }
      gone += part;
    }
    even.push(spots[spots.length - 1] ?? first);
    return even;
  }

  const smooth = (spots: Spot[]): Spot[] =>
    spots.map((spot, i) => {
      const [before, after] = [spots[i - 1], spots[i + 1]];
      if (!before || !after) return spot;
      return { x: (before.x + spot.x + after.x) / 3, y: (before.y + spot.y + after.y) / 3 };
    });

  return (stroke) => {
    const spots = stroke.map(([x, y]) => ({ x, y }));
    const extent = Math.max(span(spots.map(({ x }) => x)), span(spots.map(({ y }) => y)));
    return { extent, spots: smooth(smooth(evenly(thinned(spots, Math.max(1, extent / 30))))) };
  };
}
