import { createHash } from "node:crypto";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { type Beginning, sessionOn } from "./session";
import { type Limits, limitsOf, type Work } from "./work";
import { workLine } from "./work-line";

export type Database = PostgresJsDatabase;
/** The handle inside a transaction; every read and write of the system goes through one. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** In seconds. A connection is replaced then, and with it all statements prepared on it. */
const connectionSeconds = 45 * 60;

/**
 * Opens a pool on `url`. Timeouts keep a stuck statement from holding a lock for good. Statements asked more than once are
 * prepared, unless DATABASE_PREPARED says "no", for a pooler that cannot follow them.
 */
export function openDatabase(url: string, { max = 10, statementMs = 10_000, idleMs = 15_000, ...line }: Opening = {}) {
  const client = postgres(url, {
    max,
    max_lifetime: connectionSeconds,
    onnotice: () => undefined,
    // The driver's own pause grows to 20 s per connection; a restarted server is wanted back at once.
    backoff: (attempt) => Math.min(0.05 * 2 ** attempt, 1),
    connection: {
      application_name: "zhongtiao",
      // Whatever the server, database or role says: a statement that names no zone means the county's.
      TimeZone: "Asia/Shanghai",
      statement_timeout: statementMs,
      lock_timeout: 8_000,
      idle_in_transaction_session_timeout: idleMs,
    },
  });
  const session = sessionOn(client, { isPrepared: process.env.DATABASE_PREPARED !== "no" });
  const inLine = workLine({ max, mostWaiting: 400, patienceMs: 8_000, share: 1, ...line });
  return { client, ...session, inLine, close: () => client.end({ timeout: 5 }) };
}

/** What differs between pools; `idleMs` is how long a transaction may wait for its next statement. */
type Opening = Partial<Limits> & { idleMs?: number };

/** As whom a process is connected, and the variable with the address. docs/adr/0002 says what each may do. */
const variables = {
  owner: "DATABASE_URL",
  people: "DATABASE_PEOPLE_URL",
  system: "DATABASE_SYSTEM_URL",
} as const;
type Login = keyof typeof variables;

declare global {
  var zhongtiaoDatabases: Map<string, ReturnType<typeof openDatabase>> | undefined;
}

/**
 * The process-wide pool of a login for one kind of work; kept on globalThis so that hot reload opens no second one.
 * Kinds of work have connections of their own, so that a slow one takes none from the others (db/work.ts).
 */
function pool(login: Login, kind: Work = "short"): ReturnType<typeof openDatabase> {
  globalThis.zhongtiaoDatabases ??= new Map();
  const name = `${login} ${kind}`;
  const open = globalThis.zhongtiaoDatabases.get(name);
  if (open) return open;
  const url = process.env[variables[login]];
  if (!url) throw new Error(`${variables[login]} is not set`);
  const opened = openDatabase(url, limitsOf(kind));
  globalThis.zhongtiaoDatabases.set(name, opened);
  return opened;
}

/** As the owner: for programs that install and for tests. Web and worker have no such address. */
export const database = (): Database => pool("owner").db;
/** As the login of the system's own acts, for statements asked before anybody is known. */
export const systemDatabase = (): Database => pool("system").db;

/**
 * Runs `body` in a transaction on a login that owns nothing, for one kind of work, when its turn has come; `name` is what
 * the line counts it as. Refused as `Busy`.
 */
export function begin<T>(
  { login, kind, name, ...how }: Beginning & { login: "people" | "system"; kind: Work; name: string },
  body: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { inLine, begin: begun } = pool(login, kind);
  return inLine(name, () => begun(body, how));
}

/** The secret with which a process proves who acts, made from the password of the people's login; migrate stores it. */
export const actorSecret = (peopleUrl: string): string =>
  createHash("sha256")
    .update(`zhongtiao actor\n${decodeURIComponent(new URL(peopleUrl).password)}`)
    .digest("hex");

/** Closes the process-wide pools, for programs that end. */
export async function closeDatabase(): Promise<void> {
  const open = [...(globalThis.zhongtiaoDatabases?.values() ?? [])];
  globalThis.zhongtiaoDatabases = undefined;
  await Promise.all(open.map(({ close }) => close()));
}
