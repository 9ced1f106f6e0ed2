import type { Tx } from "@/db/client";
import type { Work } from "@/db/work";
import type { Actor } from "./actor";
import type { Context } from "./context";
import { isWorthRetrying, postgresError, transactionAs } from "./transaction";
import { isUnreachable } from "./unreachable";

/** One transaction for everything that one request reads as one actor. */
export interface SharedReads {
  actor: Actor;
  now: Date;
  run<T>(body: (tx: Tx) => Promise<T>): Promise<T>;
}

const readOnly = new WeakSet<Tx>();
/** What was asked in a transaction that only reads. */
const answers = new WeakMap<Tx, Map<string, Promise<unknown>>>();

/**
 * Asks once for what several reads of one request need: whether a dispute is open to the reader, its facts, the rules of
 * the day. In a transaction that writes it is asked each time, because an act may have changed it.
 */
export function askedOnce<T>(tx: Tx, key: string, ask: () => Promise<T>): Promise<T> {
  if (!readOnly.has(tx)) return ask();
  const known = answers.get(tx) ?? new Map<string, Promise<unknown>>();
  answers.set(tx, known);
  const answer = (known.get(key) as Promise<T> | undefined) ?? ask();
  known.set(key, answer);
  return answer;
}

/** A page asks on as it is drawn, some turns of the process after the answer before. */
const turnsOpen = 8;
function afterTurns(turns: number, then: () => void): void {
  setImmediate(() => (turns > 1 ? afterTurns(turns - 1, then) : then()));
}
class WritesWhileReading extends Error {}

/**
 * Asked before a read leaves something behind, as one in a reading window does: such a read is begun again in a transaction
 * of its own, so that the event stands in the transaction that reads. All others stay read only.
 */
export function leaveSomething(tx: Tx): void {
  if (readOnly.has(tx)) throw new WritesWhileReading();
}

/**
 * The reads of one request: the questions of a page or of a batch share one transaction for each kind of work, so that it
 * is opened once, takes one connection, and what they ask at the same time travels together. It is read only, and ends as
 * soon as nobody reads.
 */
export function readsOfRequest() {
  const shared = new Map<string, SharedReads>();
  /** `name` is the question that asks; the first one of a transaction counts in the line in front of the connections. */
  return (ctx: Pick<Context<Actor>, "actor" | "now">, kind: Work, name: string, mayUseReplica = false): SharedReads => {
    const key = mayUseReplica ? `${kind} replica` : kind;
    const found = shared.get(key);
    if (found && found.actor === ctx.actor && found.now === ctx.now) return found;
    const reads = { actor: ctx.actor, now: ctx.now, run: sharing(ctx, kind, name, mayUseReplica) };
    shared.set(key, reads);
    return reads;
  };
}
export type ReadsOfRequest = ReturnType<typeof readsOfRequest>;

function sharing(
  { actor, now }: Pick<Context<Actor>, "actor" | "now">,
  kind: Work,
  name: string,
  mayUseReplica: boolean,
): SharedReads["run"] {
  const ctx = { actor, now };
  let open: { tx: Promise<Tx>; readers: number; asked: number; end: () => void } | null = null;

  function begin() {
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const tx = new Promise<Tx>((resolve, reject) => {
      const body = async (begun: Tx) => {
        readOnly.add(begun);
        resolve(begun);
        await ended;
      };
      // What is read was given to whoever asked by the time it commits: a commit that fails loses nothing.
      transactionAs(ctx, body, { kind, name, mode: "read only", mayUseReplica }).catch(reject);
    });
    return { tx, readers: 0, asked: 0, end };
  }

  async function alone<T>(body: (tx: Tx) => Promise<T>): Promise<T> {
    const reading = (tx: Tx) => {
      readOnly.add(tx);
      return body(tx);
    };
    try {
      return await transactionAs(ctx, reading, { kind, name, mode: "read only" });
    } catch (error) {
      if (!(error instanceof WritesWhileReading)) throw error;
      return transactionAs(ctx, body, { kind, name });
    }
  }

  return async function run(body) {
    open ??= begin();
    const mine = open;
    mine.readers += 1;
    mine.asked += 1;
    let failure: unknown;
    try {
      return await body(await mine.tx);
    } catch (error) {
      failure = error;
    } finally {
      mine.readers -= 1;
      const { asked } = mine;
      if (mine.readers === 0)
        afterTurns(turnsOpen, () => {
          if (mine.asked > asked) return;
          if (open === mine) open = null;
          mine.end();
        });
    }
    // After an error the server refuses whatever else is asked in this transaction, and who comes next begins another.
    const refused = postgresError(failure);
    if (open === mine) open = null;
    if (failure instanceof WritesWhileReading) return transactionAs(ctx, body, { kind, name });
    // A replica that was lost, or that gave a read up for what it had to carry out: the primary answers instead.
    const isLost = mayUseReplica && isUnreachable(failure);
    if (refused?.code !== "25P02" && !isWorthRetrying(failure) && !isLost) throw failure;
    return alone(body);
  };
}
