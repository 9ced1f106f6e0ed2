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

/**
 * A queue for each key, so that nobody's work holds up another's: `atOnce` pieces of one key run together, `most` wait. A key
 * without work is forgotten.
 */
export function queuesOf(limits: Parameters<typeof queueOf>[0]) {
  const queues = new Map<string, { inTurn: ReturnType<typeof queueOf>; pieces: number }>();
  return async function inTurnOf<T>(key: string, work: () => Promise<T>): Promise<T> {
    const queue = queues.get(key) ?? { inTurn: queueOf(limits), pieces: 0 };
    queues.set(key, queue);
    queue.pieces += 1;
    try {
      return await queue.inTurn(work);
    } finally {
      queue.pieces -= 1;
      if (queue.pieces === 0) queues.delete(key);
    }
  };
}
