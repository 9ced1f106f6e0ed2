import { type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { openDatabase, type Tx } from "@/db/client";
import type { Beginning } from "@/db/session";
import { work } from "@/db/work";

/** A statement of text and values as Drizzle sends it. */
function asSql({ text, values }: NonNullable<Beginning["opening"]>): SQL {
  const parts = text.split(/\$\d+/);
  return sql.join(parts.flatMap((part, i) => (i === 0 ? [sql.raw(part)] : [sql`${values[i - 1]}`, sql.raw(part)])));
}

/**
 * Puts pools in the place of the product's own whose connections went through `watch`, which sees every `unsafe`, `begin`
 * and `savepoint`. Their transactions are the driver's: the product's own (db/pipelined-transaction.ts) sends around any
 * wrapper. Gives what puts the product's pools back.
 */
export function watchPools(
  watch: (client: postgres.Sql) => postgres.Sql,
  { max = 6 } = {},
): { end: () => Promise<void> } {
  const before = globalThis.zhongtiaoDatabases;
  const pools = new Map(before);
  const opened = (["people", "system"] as const).map((login) => {
    const own = openDatabase(process.env[`DATABASE_${login.toUpperCase()}_URL`] ?? "", { max });
    const db = drizzle(watch(own.client));
    const begin = <T>(body: (tx: Tx) => Promise<T>, { opening, mode = "" }: Beginning = {}): Promise<T> =>
      db.transaction(
        async (tx) => {
          if (opening) await tx.execute(asSql(opening));
          return body(tx);
        },
        mode ? { accessMode: mode } : undefined,
      );
    for (const kind of Object.keys(work)) pools.set(`${login} ${kind}`, { ...own, db, begin } as typeof own);
    return own;
  });
  globalThis.zhongtiaoDatabases = pools;
  return {
    async end() {
      if (globalThis.zhongtiaoDatabases === pools) globalThis.zhongtiaoDatabases = before;
      for (const { close } of opened) await close();
    },
  };
}
