import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "drizzle-orm";
import type { RepeatableRandom } from "../../demo/scenarios/repeatable-random";
import { asSuperuser } from "../as-login";
import { watchPools } from "../watched-pools";

/** What one act sends to the database: a statement, or the end of its transaction. */
interface Asked {
  act: number;
  says: string;
  go: () => void;
}
/** A statement that is on its way, and the connection it went to; null where it is outside of a transaction. */
interface Sent {
  act: number;
  backend: number | null;
}
type Send = (
  query: string,
  ...rest: unknown[]
) => { execute(): unknown; values(): PromiseLike<unknown> } & PromiseLike<unknown>;

export interface Turns {
  answers: PromiseSettledResult<unknown>[];
  /** One line for each message, in the order in which they were sent. */
  turns: string[];
}

/**
 * Does all acts at once, and lets only one message go to the database at a time: which act is next is drawn from `chance`,
 * once every act has asked for its turn, ended, or waits for a lock that another holds. So the same seed gives the same
 * turns again, whatever the machine does.
 */
export async function inTurns(chance: RepeatableRandom, acts: readonly (() => Promise<unknown>)[]): Promise<Turns> {
  const current = new AsyncLocalStorage<number>();
  const asked: Asked[] = [];
  const sent = new Set<Sent>();
  const turns: string[] = [];
  let ended = 0;
  let wake: () => void = () => undefined;

  /** Waits for a turn, and keeps it until `work` is done. */
  async function inTurn<T>(says: string, backend: () => number | null, work: () => PromiseLike<T>): Promise<T> {
    const act = current.getStore();
    if (act === undefined) return work();
    await new Promise<void>((go) => {
      asked.push({ act, says, go });
      wake();
    });
    const mine = { act, backend: backend() };
    sent.add(mine);
    try {
      return await work();
    } finally {
      sent.delete(mine);
      wake();
    }
  }

  const { end } = watchPools((client) => gated(client, inTurn), { max: acts.length + 2 });
  const superuser = asSuperuser();
  const watching = superuser.db;
  try {
    const all = Promise.allSettled(
      acts.map((act, i) =>
        current.run(i, act).finally(() => {
          ended += 1;
          wake();
        }),
      ),
    );
    while (ended < acts.length) {
      await news();
      const before = [...sent];
      if ((await blocked(before)) < before.length) continue;
      const waiting = new Set(before.map(({ act }) => act));
      const ready = [...new Set(asked.map(({ act }) => act))].filter((act) => !waiting.has(act)).sort();
      if (ready.length === 0 || ready.length + waiting.size + ended < acts.length) continue;
      const act = chance.pick(ready);
      const next = asked.splice(
        asked.findIndex((one) => one.act === act),
        1,
      )[0];
      turns.push(`${act} ${next?.says}${waiting.size ? ` (${[...waiting].sort().join(", ")} wait for a lock)` : ""}`);
      next?.go();
    }
    return { answers: await all, turns };
  } finally {
    await end();
    await superuser.close();
  }

  /** Something was asked, answered or ended; or it is time to look again who waits for a lock. */
  async function news(): Promise<void> {
    await new Promise<void>((done) => {
      wake = done;
      if (sent.size > 0) setTimeout(done, 2);
      else if (asked.length > 0) done();
    });
    await settled();
  }

  /** How many of those on their way wait for a lock; that stays so, since nobody else has a turn meanwhile. */
  async function blocked(those: readonly Sent[]): Promise<number> {
    if (those.length === 0) return 0;
    const backends = those.flatMap(({ backend }) => backend ?? []);
    const [row] = await watching.execute<{ waiting: number }>(sql`
      select count(*)::int as waiting from unnest(${`{${backends.join(",")}}`}::int[]) pid where cardinality(pg_blocking_pids(pid)) > 0`);
    return row?.waiting ?? 0;
  }
}

/** What is on its way within this process arrives. */
const settled = () => new Promise<void>((done) => setImmediate(() => setImmediate(done)));

type InTurn = <T>(says: string, backend: () => number | null, work: () => PromiseLike<T>) => Promise<T>;

/** The same connection, whose statements and ends of transactions wait for their turn. */
function gated<T extends object>(connection: T, inTurn: InTurn, backend: () => number | null = () => null): T {
  return new Proxy(connection, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      if (name === "begin") return (...args: unknown[]) => inTransaction(target, value as Begin, args, inTurn);
      if (name === "unsafe")
        return (query: string, ...rest: unknown[]) => {
          const send = () => (value as Send).call(target, query, ...rest);
          const says = query.replace(/\s+/g, " ").slice(0, 70);
          const ask = <R>(work: () => PromiseLike<R>) => lazily(() => inTurn(says, backend, work));
          return Object.assign(ask(send), { values: () => ask(() => send().values()) });
        };
      return value;
    },
  });
}

type Begin = (...args: unknown[]) => Promise<unknown>;

/** Its beginning is no turn, since it holds nothing yet; its end is one, kept until the server has answered. */
function inTransaction(target: object, begin: Begin, args: unknown[], inTurn: InTurn): Promise<unknown> {
  const body = args.pop() as (tx: object) => Promise<unknown>;
  let over: () => void = () => undefined;
  const answered = new Promise<void>((done) => {
    over = done;
  });
  const ended = begin.call(target, ...args, async (tx: { unsafe: Send }) => {
    const rows = (await tx.unsafe("select pg_backend_pid() as pid")) as { pid: number }[];
    const pid = rows[0]?.pid ?? null;
    const end = (how: string) =>
      new Promise<void>((go) => {
        const goOn = () => {
          go();
          return answered;
        };
        void inTurn(how, () => pid, goOn);
      });
    const result = await body(gated(tx, inTurn, () => pid)).catch(async (error: unknown) => {
      await end("rollback");
      throw error;
    });
    await end("commit");
    return result;
  });
  ended.then(over, over);
  return ended;
}

/** Begins at the first look at it, as the driver's queries do. */
function lazily<T>(begin: () => Promise<T>): PromiseLike<T> {
  let begun: Promise<T> | undefined;
  return {
    // biome-ignore lint/suspicious/noThenProperty: it stands in the place of the driver's query
    then(done, failed) {
      begun ??= begin();
      return begun.then(done, failed);
    },
  };
}
