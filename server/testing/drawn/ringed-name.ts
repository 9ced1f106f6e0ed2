import type { RepeatableRandom } from "../../demo/scenarios/repeatable-random";
import { anyHand, drawnBy, type Pixels } from "./hand";
import { flat } from "./names";

type Box = readonly [left: number, top: number, wide: number, high: number];
const boxesOf: Record<string, readonly Box[]> = {
  吕: [
    [0.2, 0, 0.6, 0.4],
    [0.05, 0.5, 0.9, 0.5],
  ],
  品: [
    [0.25, 0, 0.5, 0.4],
    [0, 0.5, 0.42, 0.5],
    [0.55, 0.5, 0.42, 0.5],
  ],
  回: [
    [0, 0, 1, 1],
    [0.3, 0.3, 0.4, 0.4],
  ],
  日: [[0.2, 0, 0.6, 1]],
  O: [[0, 0, 0.9, 1]],
  o: [[0.1, 0.5, 0.5, 0.5]],
};

/** A name of boxes alone, each of which a quick hand draws as a ring in one go; with the dash of 日. */
export const ringedName = (chance: RepeatableRandom, name: string): Pixels[] =>
  drawnBy(
    chance,
    anyHand(chance),
    [...name].flatMap((one, place) => {
      const rings = (boxesOf[one] ?? []).map(([left, top, wide, high]) =>
        Array.from({ length: 31 }, (_, i): [number, number] => {
          const turn = (i / 30) * 6.6;
          return [
            left + wide / 2 + (wide / 2) * Math.sin(turn) + place * 1.15,
            top + high / 2 - (high / 2) * Math.cos(turn),
          ];
        }),
      );
      return one === "日" ? [...rings, flat(0.5, 0.2 + place * 1.15, 0.8 + place * 1.15)] : rings;
    }),
  );
