/** A repeatable source of chance: the same seed tells the same story on every machine. */
export interface RepeatableRandom {
  /** A whole number from 0 up to but not including `n`. */
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
  /** True in `percent` of cases. */
  in100(percent: number): boolean;
}

export function repeatableRandom(seed: number): RepeatableRandom {
  let state = seed >>> 0;
  const next = () => {
    // mulberry32: small, fast and good enough for a demo.
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    pick: (list) => {
      const one = list[below(list.length)];
      if (one === undefined) throw new Error("nothing to pick from");
      return one;
    },
    in100: (percent) => next() * 100 < percent,
  };
}
