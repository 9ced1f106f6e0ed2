import type { Limits } from "./work";

/** Too many wait for the same kind of work already, or one has waited too long. */
export class Busy extends Error {}

interface Waiting {
  name: string;
  go: () => void;
}

/**
 * The line in front of a pool of connections: at most `max` pieces of work run together, others wait. When `mostWaiting`
 * wait already, or when one has waited for `waitMs`, it is refused as `Busy`. Work of one name takes at
 * most its share of the places; work of other names passes it in the line.
 */
export function workLine({ max, mostWaiting, waitMs, share }: Omit<Limits, "statementMs">) {
  const mostOfOne = Math.max(1, Math.floor(max * share));
  const running = new Map<string, number>();
  let taken = 0;
  const waiting: Waiting[] = [];

  const mayRun = (name: string) => taken < max && (running.get(name) ?? 0) < mostOfOne;

  function take(name: string) {
    taken += 1;
    running.set(name, (running.get(name) ?? 0) + 1);
  }

  function leave(name: string) {
    taken -= 1;
    const others = (running.get(name) ?? 1) - 1;
    if (others === 0) running.delete(name);
    else running.set(name, others);
    const next = waiting.findIndex((each) => mayRun(each.name));
    if (next >= 0) waiting.splice(next, 1)[0]?.go();
  }

  function wait(name: string): Promise<void> {
    if (waiting.length >= mostWaiting) throw new Busy();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(entry), 1);
        reject(new Busy());
      }, waitMs);
      const entry: Waiting = {
        name,
        go() {
          clearTimeout(timer);
          // The place is taken here: nobody who comes now can take it before whoever waited.
          take(name);
          resolve();
        },
      };
      waiting.push(entry);
    });
  }

  return async function inLine<T>(name: string, job: () => Promise<T>): Promise<T> {
    if (mayRun(name)) take(name);
    else await wait(name);
    try {
      return await job();
    } finally {
      leave(name);
    }
  };
}
