import type { Spot } from "./even-way";

/** What is asked of a stroke that goes round, by its spots and the bend at each of them. */
export interface Rounds {
  goesOn: (spots: readonly Spot[], bends: readonly number[]) => boolean;
  fullness: (spots: readonly Spot[]) => number;
  isEight: (spots: readonly Spot[], bends: readonly number[], reach: number) => boolean;
}

/** Tells rings, spirals and eights from letters that are written round. Uses nothing but its parameters, as `evenWay`. */
export function roundsOf(): Rounds {
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

  /** How much of what so long a line could enclose lies within it, once it is closed: 1 of a circle, 0.6 of a triangle. */
  function fullness(spots: readonly Spot[]): number {
    const ends = [...spots.slice(1), ...spots.slice(0, 1)];
    const length = sum(spots.map(({ x, y }, i) => Math.hypot((ends[i]?.x ?? x) - x, (ends[i]?.y ?? y) - y)));
    const area = sum(spots.map(({ x, y }, i) => x * (ends[i]?.y ?? y) - y * (ends[i]?.x ?? x))) / 2;
    return (4 * Math.PI * Math.abs(area)) / (length * length || 1);
  }

  /** Its parts that go round one way each, with how far and where; a bend of less than a radian is none. */
  function turnsOf(spots: readonly Spot[], bends: readonly number[]): { far: number; x: number; y: number }[] {
    const gone = [0];
    for (const one of bends) gone.push((gone[gone.length - 1] ?? 0) + one);
    const ends = [0];
    let furthest = 0;
    let way = 0;
    for (const [i, now] of gone.entries()) {
      const most = gone[furthest] ?? 0;
      if (way === 0 ? Math.abs(now) > 1 : (most - now) * way > 1) {
        if (way !== 0) ends.push(furthest);
        way = now > most ? 1 : -1;
        furthest = i;
      } else if ((now - most) * way > 0) furthest = i;
    }
    return [...ends, gone.length - 1].slice(1).map((end, i) => {
      const own = spots.slice(ends[i], end + 1);
      const far = Math.abs((gone[end] ?? 0) - (gone[ends[i] ?? 0] ?? 0));
      return { far, x: sum(own.map(({ x }) => x)) / own.length, y: sum(own.map(({ y }) => y)) / own.length };
    });
  }

  /** Round one way and then the other, each about as far as the other, and on over the same two places or back to where it began. */
  function isEight(spots: readonly Spot[], bends: readonly number[], reach: number): boolean {
    const turns = turnsOf(spots, bends);
    const turning = sum(bends.map(Math.abs));
    const all = sum(turns.map(({ far }) => far));
    const [one, other] = turns;
    if (!one || !other || all < 2.1 * Math.PI || all < turning * 0.72) return false;
    const apart = (a: Spot, b: Spot) => Math.hypot(a.x - b.x, a.y - b.y);
    const isOver = turns.every((turn, i) => apart(turn, i % 2 ? other : one) < 0.75 * apart(one, other));
    const inner = turns.slice(1, -1);
    return isOver && (inner.length > 0 || reach < 0.5) && inner.every(({ far }) => far > 1.1 * Math.PI);
  }

  /** Whether its rounds stand beside each other, as letters do, and not about one place, as those of a spiral. */
  function goesOn(spots: readonly Spot[], bends: readonly number[]): boolean {
    const oneWay = Math.abs(sum(bends));
    const way = Math.sign(sum(bends));
    const round = bends.map((_one, i) => sum(bends.slice(0, i + 1)) * way);
    const [first, last] = [(one: number) => one <= 2 * Math.PI, (one: number) => one >= oneWay - 2 * Math.PI].map(
      (isOf) => {
        const own = spots.filter((_one, i) => isOf(round[i - 1] ?? (i === 0 ? 0 : oneWay)));
        const [xs, ys] = [own.map(({ x }) => x), own.map(({ y }) => y)];
        const size = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
        return { x: sum(xs) / own.length, y: sum(ys) / own.length, size };
      },
    );
    if (!first || !last) return false;
    const step = Math.hypot(last.x - first.x, last.y - first.y) / (oneWay / (2 * Math.PI) - 1);
    return step > 0.13 * (first.size + last.size);
  }

  return { goesOn, fullness, isEight };
}
