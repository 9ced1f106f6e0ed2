import { performance } from "node:perf_hooks";

/** What one side did in its turns. */
export interface Measured {
  done: number;
  seconds: number;
  failures: number;
  /** Why the first one failed. */
  failure: string;
  /** Milliseconds of each, unsorted. */
  took: number[];
  /** Processor seconds of the database, of the web process, and of this one. */
  database: number;
  web: number;
  own: number;
}

export const nothingYet = (): Measured => ({
  done: 0,
  seconds: 0,
  failures: 0,
  failure: "",
  took: [],
  database: 0,
  web: 0,
  own: 0,
});

export interface Meters {
  database: () => number;
  web: () => number;
}

const ownSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Repeats `once` on so many connections for some seconds and adds what it took. `nth` counts over all turns. */
export async function work(
  into: Measured,
  { seconds, connections, meters }: { seconds: number; connections: number; meters: Meters },
  once: (nth: number) => Promise<unknown>,
  counter: { nth: number },
): Promise<void> {
  const before = { database: meters.database(), web: meters.web(), own: ownSeconds() };
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const nth = counter.nth;
        counter.nth += 1;
        const from = performance.now();
        try {
          await once(nth);
          into.done += 1;
          into.took.push(performance.now() - from);
        } catch (error) {
          into.failures += 1;
          into.failure ||= String((error as Error).message).slice(0, 200);
        }
      }
    }),
  );
  into.seconds += (performance.now() - began) / 1000;
  into.database += meters.database() - before.database;
  into.web += meters.web() - before.web;
  into.own += ownSeconds() - before.own;
}

/** The value below which so much of a list lies, in ms. */
export function quantile(took: readonly number[], share: number): number {
  const sorted = [...took].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const perSecond = ({ done, seconds }: Measured): number => (seconds > 0 ? done / seconds : 0);
const each = (total: number, { done }: Measured) => (done > 0 ? (total / done) * 1000 : Number.NaN);
/** Processor milliseconds of one: of the database, and of whoever asks it. */
export const databaseMs = (measured: Measured): number => each(measured.database, measured);
export const webMs = (measured: Measured): number => each(measured.web, measured);
export const ownMs = (measured: Measured): number => each(measured.own, measured);

/** 1/4.2 for what is slower, 3.1 for what is quicker. */
export function share(ratio: number): string {
  if (!Number.isFinite(ratio) || ratio <= 0) return "-";
  return ratio >= 1 ? ratio.toFixed(1) : `1/${(1 / ratio).toFixed(1)}`;
}
