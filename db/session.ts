import { PgDialect } from "drizzle-orm/pg-core";
import { drizzle, PostgresJsDatabase, PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { type HotStatements, hotStatements } from "./hot-statements";
import { pipelinedTransaction } from "./pipelined-transaction";

type None = Record<string, never>;
type Tx = PostgresJsTransaction<None, None>;
type OfTransaction = ConstructorParameters<typeof PostgresJsTransaction<None, None>>[1];

/** Drizzle's session on the driver, with two differences: hot statements are prepared, and transactions are pipelined. */
class Session extends PostgresJsSession<Sql, None, None> {
  constructor(
    client: Sql,
    private readonly postgres: PgDialect,
    private readonly hot: HotStatements | null,
    private readonly timeouts: string,
  ) {
    super(client, postgres, undefined, {});
  }

  override prepareQuery: PostgresJsSession<Sql, None, None>["prepareQuery"] = (query, fields, name, ...rest) =>
    // Drizzle asks only whether there is a name. The driver gives the statement one of its own on each connection.
    super.prepareQuery(query, fields, name ?? (this.hot?.use(query.sql) ? "hot" : undefined), ...rest);

  override transaction<T>(body: (tx: Tx) => Promise<T>): Promise<T> {
    return this.begin(body);
  }

  /** A transaction whose first statement is `opening`; it travels together with what `body` sends first. */
  begin<T>(body: (tx: Tx) => Promise<T>, { opening, mode = "" }: Beginning = {}): Promise<T> {
    return pipelinedTransaction(
      this.client,
      (client) => {
        // Sent here and not through Drizzle, so that no statement of the body can come first. It may fail unheard: the
        // transaction ends with its error.
        if (opening) client.unsafe(opening.text, [...opening.values], { prepare: this.hot !== null }).execute();
        // Of the client Drizzle uses only `unsafe` and `savepoint`.
        const session = new Session(client as unknown as Sql, this.postgres, this.hot, "");
        return body(new PostgresJsTransaction(this.postgres, session as unknown as OfTransaction, undefined));
      },
      `${mode}${this.timeouts}`,
    );
  }
}

/** How a transaction begins. */
export interface Beginning {
  opening?: { text: string; values: readonly string[] };
  mode?: "" | "read only";
}

interface Manner {
  /** Whether statements asked more than once are sent prepared. */
  isPrepared: boolean;
  /** In milliseconds; each transaction sets them for itself, where the connection cannot keep them. */
  timeouts?: Readonly<Record<string, number>>;
  /** Statements that other pools of the process found worth preparing. */
  known?: Set<string> | undefined;
}

/** Drizzle on this client. */
export function sessionOn(client: Sql, { isPrepared, timeouts = {}, known }: Manner) {
  // For what it does to the client: dates travel as text.
  drizzle(client);
  const dialect = new PgDialect();
  const session = new Session(client, dialect, isPrepared ? hotStatements(known) : null, locally(timeouts));
  return { db: new PostgresJsDatabase<None>(dialect, session, undefined), begin: session.begin.bind(session) };
}

/** What follows BEGIN in the same message, so that it costs no round trip. */
const locally = (timeouts: Readonly<Record<string, number>>): string =>
  Object.entries(timeouts)
    .map(([name, ms]) => `; set local ${name} = ${Math.round(ms)}`)
    .join("");
