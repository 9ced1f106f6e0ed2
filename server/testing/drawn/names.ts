import type { RepeatableRandom } from "../../demo/scenarios/repeatable-random";
import { anyHand, between, drawnBy, type Meant, type Pixels, rounded } from "./hand";

/** A stroke from left to right that rises a little, as hands draw it. */
export const flat = (y: number, from = 0, to = 1): Meant => [
  [from, y],
  [to, y - 0.03],
];
const upright = (x: number, from = 0, to = 1): Meant => [
  [x, from],
  [x, to],
];

/** Characters as their strokes; the first ones are of two or three plain lines. */
export const characters: Record<string, readonly Meant[]> = {
  卜: [
    upright(0.45),
    [
      [0.5, 0.35],
      [0.78, 0.52],
    ],
  ],
  人: [
    [
      [0.5, 0],
      [0.44, 0.4],
      [0.05, 1],
    ],
    [
      [0.48, 0.35],
      [0.62, 0.7],
      [0.98, 1],
    ],
  ],
  八: [
    [
      [0.36, 0.15],
      [0.28, 0.5],
      [0, 0.95],
    ],
    [
      [0.58, 0.1],
      [0.7, 0.5],
      [1, 0.95],
    ],
  ],
  丁: [
    flat(0.1),
    [
      [0.52, 0.1],
      [0.52, 0.95],
      [0.36, 0.84],
    ],
  ],
  力: [
    [
      [0.1, 0.3],
      [0.82, 0.28],
      [0.74, 0.95],
      [0.6, 0.86],
    ],
    [
      [0.46, 0],
      [0.4, 0.5],
      [0.05, 1],
    ],
  ],
  九: [
    [
      [0.42, 0],
      [0.36, 0.5],
      [0, 1],
    ],
    [
      [0.1, 0.32],
      [0.72, 0.28],
      [0.7, 0.9],
      [1, 0.92],
      [1, 0.75],
    ],
  ],
  十: [flat(0.4), upright(0.5)],
  一: [flat(0.5)],
  乙: [
    [
      [0.1, 0.15],
      [0.8, 0.12],
      [0.5, 0.4],
      [0.12, 0.75],
      [0.1, 0.9],
      [0.3, 0.97],
      [0.85, 0.95],
      [0.97, 0.75],
    ],
  ],
  二: [flat(0.25, 0.15, 0.85), flat(0.8)],
  三: [flat(0.1, 0.1, 0.9), flat(0.5, 0.2, 0.8), flat(0.92)],
  大: [
    flat(0.35),
    [
      [0.5, 0],
      [0.45, 0.5],
      [0, 1],
    ],
    [
      [0.5, 0.4],
      [1, 1],
    ],
  ],
  小: [
    [
      [0.5, 0],
      [0.5, 0.95],
      [0.38, 0.85],
    ],
    [
      [0.3, 0.3],
      [0.05, 0.7],
    ],
    [
      [0.7, 0.3],
      [0.95, 0.65],
    ],
  ],
  川: [
    [
      [0.15, 0.05],
      [0.12, 0.6],
      [0, 1],
    ],
    upright(0.5, 0.1, 0.85),
    upright(0.92),
  ],
  王: [flat(0.08, 0.1, 0.9), flat(0.5, 0.2, 0.8), upright(0.5, 0.08, 0.95), flat(0.97)],
  玉: [
    flat(0.08, 0.1, 0.9),
    flat(0.5, 0.2, 0.8),
    upright(0.5, 0.08, 0.95),
    flat(0.97),
    [
      [0.65, 0.62],
      [0.8, 0.8],
    ],
  ],
  李: [
    flat(0.2),
    upright(0.5, 0, 0.55),
    [
      [0.48, 0.2],
      [0, 0.5],
    ],
    [
      [0.52, 0.2],
      [1, 0.5],
    ],
    [
      [0.25, 0.58],
      [0.75, 0.56],
      [0.5, 0.72],
    ],
    [
      [0.5, 0.72],
      [0.52, 1],
      [0.38, 0.93],
    ],
    flat(0.8),
  ],
  刘: [
    [
      [0.25, 0],
      [0.36, 0.12],
    ],
    flat(0.25, 0, 0.58),
    [
      [0.5, 0.25],
      [0.3, 0.7],
      [0, 0.95],
    ],
    [
      [0.1, 0.4],
      [0.55, 0.92],
    ],
    upright(0.75, 0.2, 0.65),
    [
      [0.97, 0.02],
      [0.97, 0.95],
      [0.85, 0.86],
    ],
  ],
  芬: [
    flat(0.15),
    upright(0.3, 0.02, 0.28),
    upright(0.7, 0, 0.28),
    [
      [0.42, 0.35],
      [0.02, 0.7],
    ],
    [
      [0.6, 0.33],
      [1, 0.68],
    ],
    [
      [0.25, 0.65],
      [0.75, 0.63],
      [0.66, 0.98],
      [0.52, 0.92],
    ],
    [
      [0.48, 0.65],
      [0.2, 1],
    ],
  ],
  张: [
    [
      [0.05, 0.1],
      [0.4, 0.08],
      [0.38, 0.35],
    ],
    flat(0.36, 0.05, 0.38),
    [
      [0.06, 0.36],
      [0.04, 0.62],
      [0.42, 0.6],
      [0.36, 0.98],
      [0.2, 0.9],
    ],
    [
      [0.9, 0.05],
      [0.6, 0.4],
    ],
    flat(0.48, 0.5, 1),
    [
      [0.62, 0.05],
      [0.62, 0.9],
      [0.8, 0.75],
    ],
    [
      [0.68, 0.5],
      [1, 0.95],
    ],
  ],
};

const named = (name: string): Meant[] =>
  [...name].flatMap((one, place) =>
    (characters[one] ?? []).map((stroke) => stroke.map(([x, y]) => [x + place * 1.15, y] as const)),
  );

/** Cursive letters of one loop each, by their heights: l is tall, e and a are small. */
export const loopedName = (chance: RepeatableRandom, heights: readonly number[]): Pixels[] => {
  const loops = heights.flatMap((height, place) =>
    Array.from({ length: 15 }, (_, i): [number, number] => {
      const turn = (i / 14) * 2 * Math.PI;
      return [(place + i / 14) * 0.45 + 0.22 * Math.sin(turn), 1 - (height * (1 - Math.cos(turn))) / 2];
    }),
  );
  return drawnBy(chance, anyHand(chance), [loops]);
};

/** A name stroke by stroke. */
export const writtenName = (chance: RepeatableRandom, name: string): Pixels[] =>
  drawnBy(chance, anyHand(chance), named(name));

/** A name with some of its strokes run together, or all of them in one. */
export function cursiveName(chance: RepeatableRandom, name: string, isOne: boolean): Pixels[] {
  const runs: [number, number][][] = [];
  for (const stroke of named(name)) {
    const loose = stroke.map(([x, y]): [number, number] => [
      x + between(chance, -0.06, 0.06),
      y + between(chance, -0.06, 0.06),
    ]);
    const before = runs[runs.length - 1];
    if (before && (isOne || chance.in100(55))) before.push(...loose);
    else runs.push(loose);
  }
  return drawnBy(
    chance,
    anyHand(chance),
    runs.map((run) => rounded(run)),
  );
}
