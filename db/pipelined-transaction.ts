import type { PendingQuery, Row, Sql } from "postgres";

/** Of the driver's connection (postgres.js 3.4.9) what its own `begin` uses; docs/adr/0036. */
interface Connection {
  /** Sends the query; false when it must be answered before another may be sent. */
  execute(query: Query): boolean;
  /** Called when everything sent was answered and the transaction is still open. */
  reserved: (() => void) | null;
  onclose: ((error: Error) => void) | null;
}
type Query = PendingQuery<Row[]> & { handler: (query: Query) => void; reject: (error: unknown) => void };
type Given = Parameters<Sql["unsafe"]>;

/** The part of the driver's transaction that Drizzle uses. */
export interface TransactionClient {
  unsafe(text: string, parameters?: Given[1], options?: Given[2]): PendingQuery<Row[]>;
  savepoint<T>(body: (client: TransactionClient) => Promise<T>): Promise<T>;
}

/**
 * A transaction whose statements travel without waiting for each other: BEGIN goes out together with whatever `body` sends
 * before it waits for the first time. The driver's own `begin` waits for two answers first. Otherwise it is the same: an
 * error that `body` swallowed still rolls back, and a transaction whose connection was lost sends nothing more.
 */
export async function pipelinedTransaction<T>(
  client: Sql,
  body: (tx: TransactionClient) => Promise<T>,
  mode = "",
): Promise<T> {
  const waiting: Query[] = [];
  let isFull = false;
  let savepoints = 0;
  let isEnding = false;
  /** Why nothing more may be sent: the connection is gone, or the transaction has ended and it serves others. */
  let over: Error | null = null;
  let lose: (error: Error) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => {
    lose = reject;
  });
  lost.catch(() => undefined);
  const connection = await begun(client, mode, drain, end);

  function end(error: Error) {
    over ??= error;
    for (const query of waiting.splice(0)) query.reject(error);
    lose(error);
  }

  function send(query: Query) {
    if (over) query.reject(over);
    else if (isFull) waiting.push(query);
    else isFull = !connection.execute(query);
  }

  function drain() {
    isFull = false;
    while (!isFull && !over) {
      const next = waiting.shift();
      if (!next) return;
      isFull = !connection.execute(next);
    }
  }

  async function scope<S>(work: (tx: TransactionClient) => Promise<S>, name?: string): Promise<S> {
    let failed: unknown = null;
    const tx: TransactionClient = {
      unsafe(text, parameters = [], options = {}) {
        const query = client.unsafe(text, parameters, options) as Query;
        query.handler = (each) => {
          // Nobody may send anything behind the commit: it would run outside of every transaction.
          if (isEnding && !isEnd(text)) return each.reject(new Error("the transaction is ending"));
          each.catch((error: unknown) => {
            failed ??= error;
          });
          send(each);
        };
        return query;
      },
      savepoint: (nested) => scope(nested, `s${savepoints++}`),
    };
    if (name) await tx.unsafe(`savepoint ${name}`);
    let result: S;
    try {
      result = await work(tx);
      if (!name) isEnding = true;
      if (failed) throw failed;
    } catch (error) {
      if (!name) isEnding = true;
      // A lost connection has nothing to roll back, and the first error tells more than that of the rollback.
      await tx.unsafe(name ? `rollback to ${name}` : "rollback").catch(() => undefined);
      throw isAborted(error) && failed ? failed : error;
    }
    if (!name) await tx.unsafe("commit");
    // What nobody waited for is answered by now; if it failed, the server has rolled back instead.
    if (failed) throw failed;
    return result;
  }

  try {
    return await Promise.race([scope(body), lost]);
  } finally {
    over ??= new Error("the transaction has ended");
  }
}

/** Sends BEGIN and gives its connection at once; `end` is told when it fails, or when the connection is lost later. */
function begun(client: Sql, mode: string, drain: () => void, end: (error: Error) => void): Promise<Connection> {
  return new Promise((executed, reject) => {
    // Gives nothing back, which takes the connection out of the pool until it is idle again.
    function take(held: Connection) {
      held.reserved = drain;
      held.onclose = end;
      executed(held);
    }
    const begin = client.unsafe(`begin ${mode}`, [], { onexecute: take } as Given[2]);
    begin.catch((error) => {
      end(error);
      reject(error);
    });
    begin.execute();
  });
}

const isEnd = (text: string) => text === "commit" || text === "rollback";

/** "Current transaction is aborted", also as Drizzle wraps it: the statement that failed before it says why. */
function isAborted(error: unknown): boolean {
  const inner = error instanceof Error && error.cause ? error.cause : error;
  return typeof inner === "object" && inner !== null && "code" in inner && inner.code === "25P02";
}
