/**
 * Two pieces of work run together, the others wait for their turn: more would only share the same line. The server's queues
 * (`server/access/in-turn.ts`) refuse as well, and pages take nothing from there.
 */
export function twoAtOnce() {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running < 2) running += 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
