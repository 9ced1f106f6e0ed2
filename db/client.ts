import { createHash } from "node:crypto";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

export type Database = PostgresJsDatabase;
/** The handle inside a transaction; every read and write of the system goes through one. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Opens a pool on `url`. Timeouts keep a stuck statement from holding a lock for good. */
export function openDatabase(url: string, options: { max?: number } = {}) {
  const client = postgres(url, {
    max: options.max ?? 10,
    onnotice: () => undefined,
    // The driver's own pause grows to 20 s per connection; a restarted server is wanted back at once.
    backoff: (attempt) => Math.min(0.05 * 2 ** attempt, 1),
    connection: {
      application_name: "zhongtiao",
      statement_timeout: 10_000,
      lock_timeout: 8_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  });
  return { client, db: drizzle(client), close: () => client.end({ timeout: 5 }) };
}

/** As whom a process is connected, and the variable with the address. docs/adr/0002 says what each may do. */
const variables = {
  owner: "DATABASE_URL",
  people: "DATABASE_PEOPLE_URL",
  system: "DATABASE_SYSTEM_URL",
} as const;
type Login = keyof typeof variables;

declare global {
  var zhongtiaoDatabases: Map<Login, ReturnType<typeof openDatabase>> | undefined;
}

/** The process-wide pool of a login; kept on globalThis so that hot reload opens no second one. */
function pool(login: Login): Database {
  globalThis.zhongtiaoDatabases ??= new Map();
  const open = globalThis.zhongtiaoDatabases.get(login);
  if (open) return open.db;
  const url = process.env[variables[login]];
  if (!url) throw new Error(`${variables[login]} is not set`);
  const opened = openDatabase(url);
  globalThis.zhongtiaoDatabases.set(login, opened);
  return opened.db;
}

/** As the owner: for programs that install and for tests. Web and worker have no such address. */
export const database = (): Database => pool("owner");
/** As the login of people's acts, which may do nothing before a transaction says who acts. */
export const peopleDatabase = (): Database => pool("people");
/** As the login of the system's own acts. */
export const systemDatabase = (): Database => pool("system");

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
