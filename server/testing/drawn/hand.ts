import type { RepeatableRandom } from "../../demo/scenarios/repeatable-random";

/** A stroke as it is meant, in units of the height of a character; from 0 at the top and left. */
export type Meant = readonly (readonly [x: number, y: number])[];
export type Pixels = [x: number, y: number][];

/** A share of 1. */
export const share = (chance: RepeatableRandom): number => chance.below(10_001) / 10_000;
export const between = (chance: RepeatableRandom, least: number, most: number): number =>
  least + (most - least) * share(chance);

/** How somebody draws: how large, how slanted, with which trembling, and how many points the device notes of it. */
export interface Hand {
  size: number;
  slant: number;
  trembling: number;
  /** Pixels between two points: a quick hand leaves few. */
  step: number;
}

export const anyHand = (chance: RepeatableRandom): Hand => ({
  size: between(chance, 48, 260),
  slant: between(chance, -0.14, 0.14),
  trembling: between(chance, 0, 0.02),
  step: between(chance, 2.5, 14),
});

/** The points a device notes when this hand draws these strokes: a slow wave of trembling, and a pixel of noise. */
export function drawnBy(chance: RepeatableRandom, hand: Hand, meant: readonly Meant[]): Pixels[] {
  const [cos, sin] = [Math.cos(hand.slant), Math.sin(hand.slant)];
  const left = between(chance, 5, 60);
  const top = between(chance, 5, 60);
  return meant.map((stroke) => {
    const [waves, lengths] = [
      [share(chance) * 7, share(chance) * 7],
      [between(chance, 25, 60), between(chance, 25, 60)],
    ];
    return alongAt(stroke, hand.step / hand.size).map(([x, y], index) => {
      const gone = index * hand.step;
      const off = (axis: 0 | 1) =>
        Math.sin(gone / (lengths[axis] ?? 40) + (waves[axis] ?? 0)) * hand.trembling * hand.size +
        between(chance, -0.6, 0.6);
      const [right, down] = [
        (x * cos - y * sin) * hand.size + off(0) + left,
        (x * sin + y * cos) * hand.size + off(1) + top,
      ];
      return [Math.round(right * 10) / 10, Math.round(down * 10) / 10];
    });
  });
}

/** The stroke as points so far apart. */
function alongAt(stroke: Meant, step: number): [number, number][] {
  const points: [number, number][] = [];
  for (const [index, [x, y]] of stroke.entries()) {
    const [fromX, fromY] = stroke[index - 1] ?? [x, y];
    const parts = Math.max(1, Math.round(Math.hypot(x - fromX, y - fromY) / step));
    for (let part = index === 0 ? parts : 1; part <= parts; part += 1)
      points.push([fromX + ((x - fromX) * part) / parts, fromY + ((y - fromY) * part) / parts]);
  }
  return points;
}

/** With its corners cut, as a quick hand does. */
export function rounded(stroke: Meant, times = 2): Meant {
  if (times === 0) return stroke;
  const cut = stroke.flatMap(([x, y], index): [number, number][] => {
    const next = stroke[index + 1];
    if (!next) return [[x, y]];
    const at = (part: number): [number, number] => [x + (next[0] - x) * part, y + (next[1] - y) * part];
    return index === 0 ? [[x, y], at(0.75)] : [at(0.25), at(0.75)];
  });
  return rounded(cut, times - 1);
}
