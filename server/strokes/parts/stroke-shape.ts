import type { Point } from "./drawing";
import type { Spot, Way } from "./even-way";
import type { Rounds } from "./rounds";
import type { Swings } from "./swings-in";

/**
 * What one stroke is by itself. `line` is a dash, straight or in one curve; `bent` has a corner or few bends; `written` is
 * what only writing does: it turns often, both ways, and not as a wave does. `loops` goes round and on, as "Lee" does in one go;
 * a circle goes round where it is, as spirals and figures with corners do; an eight goes round one way, then the other.
 */
export interface StrokeShape {
  kind: "tap" | "line" | "wave" | "circle" | "eight" | "loops" | "bent" | "written";
  /** Without direction, 0 to π: of the whole, or of the two parts around its corner. */
  directions: readonly number[];
  /** How many strokes of a careful hand it may stand for: one more for each bend of some 70 degrees. */
  worth: number;
}

/** Gives the shape of a stroke of a drawing that is `whole` pixels wide or high. Uses nothing but its parameters, as `evenWay`. */
export function strokeShapes(
  wayOf: (stroke: readonly Point[]) => Way,
  swingsOf: (values: readonly number[], least: number) => Swings,
  { goesOn, fullness, isEight }: Rounds,
): (stroke: readonly Point[], whole: number) => StrokeShape {
  const angle = (a: Spot, b: Spot) => Math.atan2(b.y - a.y, b.x - a.x);
  const undirected = (a: Spot, b: Spot) => (angle(a, b) + 2 * Math.PI) % Math.PI;
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

  function bendsOf(spots: readonly Spot[]): number[] {
    return spots.flatMap((spot, i) => {
      const [before, after] = [spots[i - 1], spots[i + 1]];
      if (!before || !after) return [];
      const bend = angle(spot, after) - angle(before, spot);
      return [Math.atan2(Math.sin(bend), Math.cos(bend))];
    });
  }

  /** Of each six bends, those of a sixteenth of the stroke, the greatest sum, and where. */
  function cornerOf(bends: readonly number[]): { sharp: number; at: number } {
    const sums = bends.map((_one, i) => Math.abs(sum(bends.slice(i, i + 6))));
    const sharp = Math.max(0, ...sums);
    return { sharp, at: sums.indexOf(sharp) + 3 };
  }

  /** Along and across the way from the first to the last spot; the way itself is 1. */
  function alongAndAcross(spots: readonly Spot[], first: Spot, last: Spot): [number[], number[]] {
    const [dx, dy] = [last.x - first.x, last.y - first.y];
    const square = dx * dx + dy * dy || 1;
    return [
      spots.map(({ x, y }) => ((x - first.x) * dx + (y - first.y) * dy) / square),
      spots.map(({ x, y }) => ((y - first.y) * dx - (x - first.x) * dy) / square),
    ];
  }

  /** Which way a stroke drifts on the whole, whatever it does beside it. */
  function driftOf(spots: readonly Spot[]): Spot {
    const middle = (spots.length - 1) / 2;
    const weight = sum(spots.map((_one, i) => (i - middle) ** 2)) || 1;
    const by = (of: (spot: Spot) => number) => sum(spots.map((spot, i) => of(spot) * (i - middle))) / weight;
    return { x: by(({ x }) => x) * spots.length, y: by(({ y }) => y) * spots.length };
  }

  /** Up and down evenly, higher than each is wide, while it goes on one way: a zigzag whose ends tell nothing of its way. */
  function isTallZigzag(spots: readonly Spot[]): boolean {
    const [along, across] = alongAndAcross(spots, { x: 0, y: 0 }, driftOf(spots));
    const back = sum(along.map((one, i) => Math.max(0, (along[i - 1] ?? one) - one)));
    const height = Math.max(...across) - Math.min(...across);
    const { count, unlike } = swingsOf(across, height * 0.4);
    return height > 0.15 && back < 0.3 && count > 4 && unlike < 0.12;
  }

  return (stroke, whole) => {
    const { extent, spots } = wayOf(stroke);
    const [first, last] = [spots[0], spots[spots.length - 1]];
    if (!first || !last || extent < Math.max(8, whole * 0.08)) return { kind: "tap", directions: [], worth: 1 };
    const bends = bendsOf(spots);
    const turning = sum(bends.map(Math.abs));
    const oneWay = Math.abs(sum(bends));
    const reach = Math.hypot(last.x - first.x, last.y - first.y) / extent;
    const [along, across] = alongAndAcross(spots, first, last);
    const back = sum(along.map((one, i) => Math.max(0, (along[i - 1] ?? one) - one)));
    const isSweep = reach > 0.5 && back < 0.15;
    const { count, unlike } = swingsOf(across, 0.05 / (reach || 1));
    const corner = cornerOf(bends);
    const middle = spots[corner.at] ?? first;
    const directions =
      corner.sharp > 0.8 ? [undirected(first, middle), undirected(middle, last)] : [undirected(first, last)];
    const measured = { directions, worth: 1 + Math.floor(turning / 1.2) };
    if (oneWay > 1.25 * Math.PI && oneWay > turning * 0.78)
      return { kind: oneWay > 3 * Math.PI && goesOn(spots, bends) ? "loops" : "circle", ...measured };
    if (reach < 0.4 && fullness(spots) > 0.45) return { kind: "circle", ...measured };
    if (isEight(spots, bends, reach)) return { kind: "eight", ...measured };
    if (isTallZigzag(spots)) return { kind: "wave", ...measured };
    if (isSweep ? count > 2 : back < 0.35 && count > 5 && unlike < 0.2) return { kind: "wave", ...measured };
    if (turning > 1.5 * Math.PI && !isSweep) return { kind: "written", ...measured };
    return corner.sharp > 0.8 ? { kind: "bent", ...measured } : { kind: "line", ...measured, worth: 1 };
  };
}
