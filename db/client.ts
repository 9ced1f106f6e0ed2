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

declare global {
  var zhongtiaoDatabase: ReturnType<typeof openDatabase> | undefined;
}

/** The process-wide pool on DATABASE_URL; kept on globalThis so that hot reload opens no second one. */
export function database(): Database {
  if (!globalThis.zhongtiaoDatabase) {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set");
    globalThis.zhongtiaoDatabase = openDatabase(url);
  }
  return globalThis.zhongtiaoDatabase.db;
}

/** Closes the process-wide pool, for programs that end. */
export async function closeDatabase(): Promise<void> {
  await globalThis.zhongtiaoDatabase?.close();
  globalThis.zhongtiaoDatabase = undefined;
}
