/**
 * A queue of this process: `atOnce` pieces of work run together, others wait. When `most` wait already, the next one is
 * refused with what `busy` gives. Those with `isFirst` come before all others, and twice as many of them may wait.
 */
export function queueOf({ atOnce, most, busy }: { atOnce: number; most: number; busy: () => Error }) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async function inTurn<T>(work: () => Promise<T>, isFirst = false): Promise<T> {
    if (running < atOnce) running += 1;
    else {
      if (waiting.length >= (isFirst ? 2 * most : most)) throw busy();
      await new Promise<void>((go) => (isFirst ? waiting.unshift(go) : waiting.push(go)));
    }
    try {
      return await work();
    } finally {
      // The place passes on directly: nobody who comes now can take it before those who wait.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
