import { createHash } from "node:crypto";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { isOneServer, promptSocket } from "./prompt-socket";
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
 * prepared, unless DATABASE_PREPARED says "no". Behind a pooler in transaction mode (`isPooled`) a connection is another one
 * in each transaction: each says its own timeouts, single statements have those of the login (db/migrating/roles.ts), and
 * nothing is prepared unless DATABASE_PREPARED says "yes", for a pooler that follows statements.
 */
export function openDatabase(url: string, opening: Opening = {}) {
  const { max = 10, statementMs = 10_000, lockMs = 8_000, idleMs = 15_000, connectSeconds = 30 } = opening;
  const { isPooled = false, isProduct = false, ...line } = opening;
  const timeouts = {
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: idleMs,
  };
  const client = postgres(url, {
    ...(isOneServer(url) ? { socket: promptSocket } : {}),
    max,
    max_lifetime: connectionSeconds,
    connect_timeout: connectSeconds,
    onnotice: () => undefined,
    // The driver's own pause grows to 20 s per connection; a restarted server is wanted back at once.
    backoff: (attempt) => Math.min(0.05 * 2 ** attempt, 1),
    // TimeZone: whatever the server, database or role says, a statement that names no zone means the county's.
    connection: { application_name: "zhongtiao", TimeZone: "Asia/Shanghai", ...(isPooled ? {} : timeouts) },
  });
  const said = process.env.DATABASE_PREPARED;
  const session = sessionOn(client, {
    isPrepared: isPooled ? said === "yes" : said !== "no",
    timeouts: isPooled ? timeouts : {},
    known: isProduct ? productStatements : undefined,
  });
  const inLine = workLine({ max, mostWaiting: 400, waitMs: 8_000, share: 1, ...line });
  return { client, ...session, inLine, close: () => client.end({ timeout: 5 }) };
}

/**
 * What differs between pools; `lockMs` is how long a statement may wait for another's lock, `idleMs` how long a transaction
 * may wait for its next statement. The product's own tell each other which statements are worth preparing.
 */
type Opening = Partial<Limits> & {
  lockMs?: number;
  idleMs?: number;
  isPooled?: boolean;
  connectSeconds?: number;
  isProduct?: boolean;
};
const productStatements = new Set<string>();

/** Whether the product's logins come through a pooler in transaction mode, such as PgBouncer; the owner never does. */
export const isPooled = (): boolean => process.env.DATABASE_POOLER === "transaction";

/** As whom a process is connected, and the variable with the address. docs/adr/0002 says what each may do. */
const variables = {
  owner: "DATABASE_URL",
  people: "DATABASE_PEOPLE_URL",
  system: "DATABASE_SYSTEM_URL",
} as const;
type Login = keyof typeof variables;

/** Where a transaction runs; on the replica only what reads, and only where DATABASE_REPLICA_URL names one. */
export type Place = "primary" | "replica";
export const hasReplica = (): boolean => Boolean(process.env.DATABASE_REPLICA_URL);

/** The address of a login. The replica has the primary's logins and passwords: its own address names host, port and database. */
function addressOf(login: Login, place: Place): string {
  const url = process.env[variables[login]];
  if (!url) throw new Error(`${variables[login]} is not set`);
  if (place === "primary") return url;
  const { username, password } = new URL(url);
  return Object.assign(new URL(process.env.DATABASE_REPLICA_URL ?? ""), { username, password }).href;
}

/** Of a program that nobody waits beside: statements, turns and pauses take as long as a busy machine makes them. */
const unhurried = { statementMs: 0, lockMs: 0, waitMs: 3_600_000, idleMs: 0 };
let isUnhurried = false;
/**
 * For whatever fills a database that nobody uses yet, before its first pool is opened: a statement that is ended because the machine
 * was busy would leave half a demo behind.
 */
export const takeAllTime = (): void => {
  isUnhurried = true;
};

declare global {
  var zhongtiaoDatabases: Map<string, ReturnType<typeof openDatabase>> | undefined;
}

/**
 * The process-wide pool of a login for one kind of work; kept on globalThis so that hot reload opens no second one.
 * Kinds of work have connections of their own, so that a slow one takes none from the others (db/work.ts).
 */
function pool(login: Login, kind: Work = "short", place: Place = "primary"): ReturnType<typeof openDatabase> {
  globalThis.zhongtiaoDatabases ??= new Map();
  const name = place === "primary" ? `${login} ${kind}` : `${login} ${kind} ${place}`;
  const open = globalThis.zhongtiaoDatabases.get(name);
  if (open) return open;
  const connectSeconds = place === "replica" ? replicaSeconds : 30;
  const isProduct = login !== "owner";
  const limits = { ...limitsOf(kind), isPooled: isProduct && isPooled(), connectSeconds, isProduct };
  if (isUnhurried) Object.assign(limits, unhurried);
  const opened = openDatabase(addressOf(login, place), limits);
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
  {
    login,
    kind,
    name,
    place = "primary",
    ...how
  }: Beginning & { login: "people" | "system"; kind: Work; name: string; place?: Place },
  body: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { inLine, begin: begun } = pool(login, kind, place);
  if (place === "primary") return inLine(name, () => begun(body, how));
  return inLine(name, () =>
    begunInTime((isBegun) =>
      begun((tx) => {
        isBegun();
        return body(tx);
      }, how),
    ),
  );
}

/** A replica that is away is noticed soon, because the primary can answer instead. In seconds. */
const replicaSeconds = 1;

/**
 * Fails as CONNECT_TIMEOUT where no connection was got in time. The driver itself tries on without an end when a connection
 * is closed before anybody signed in on it, as a proxy does that has no server.
 */
async function begunInTime<T>(begin: (isBegun: () => void) => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error("the replica gives no connection"), { code: "CONNECT_TIMEOUT" }));
      dropReplica();
    }, replicaSeconds * 1_000);
  });
  const isBegun = () => clearTimeout(timer);
  try {
    return await Promise.race([begin(isBegun), late]);
  } finally {
    isBegun();
  }
}

/** Ends all connections to the replica at once, with whatever waits on them; the next transaction there opens new ones. */
export function dropReplica(): void {
  for (const [name, { client }] of globalThis.zhongtiaoDatabases ?? []) {
    if (!name.endsWith(" replica")) continue;
    globalThis.zhongtiaoDatabases?.delete(name);
    void client.end({ timeout: 0 }).catch(() => undefined);
  }
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
