import type { EventEmitter } from "node:events";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/** A lock for the name under which a process takes jobs, held by its own connection for as long as it lives. */
const nameLock = (name: ReturnType<typeof sql> | string) => sql`hashtextextended('worker:' || ${name}, 0)`;

interface Watch {
  /** Frees the jobs of workers that are no more; gives how many workers. */
  free(): Promise<number>;
  close(): Promise<void>;
}

/**
 * A killed worker's jobs stay locked for hours, since the library cannot tell death from long work. Here every
 * living process holds an advisory lock under the name its jobs are locked by: whoever finds such a lock free knows
 * that its owner is dead and sets its jobs free. A living one's jobs must never be: a job that puts itself on the
 * list again would be lost with its own end. `events` is the runner's emitter.
 */
export function watchForDead(url: string, events: Pick<EventEmitter, "on">): Watch {
  // One connection: locks of the session must neither move nor close while we live.
  const client = postgres(url, { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => undefined });
  const db = drizzle(client);
  const own: string[] = [];
  const hold = (name: string) => db.execute(sql`select pg_advisory_lock(${nameLock(name)})`);
  // Jobs are locked in the name of the pool, not of each worker in it.
  events.on("pool:create", ({ workerPool }: { workerPool: { id: string } }) => {
    own.push(workerPool.id);
    // A worker nobody could mark must not take work.
    hold(workerPool.id).catch(() => process.exit(1));
  });
  return {
    async free() {
      // A restarted server has forgotten our locks; one that is held already is held once more, which does no harm.
      const [mine] = await db.execute<{ held: number }>(
        sql`select count(*)::int as held from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`,
      );
      if ((mine?.held ?? 0) < own.length) for (const name of own) await hold(name);
      const names = await db.execute<{ name: string }>(sql`
        select distinct locked_by as name from graphile_worker.jobs where locked_by is not null`);
      let dead = 0;
      for (const { name } of names) {
        if (own.includes(name)) continue;
        const [row] = await db.execute<{ isFree: boolean }>(
          sql`select pg_try_advisory_lock(${nameLock(name)}) as "isFree"`,
        );
        if (!row?.isFree) continue;
        await db.execute(sql`select graphile_worker.force_unlock_workers(array[${name}])`);
        await db.execute(sql`select pg_advisory_unlock(${nameLock(name)})`);
        dead += 1;
      }
      return dead;
    },
    close: () => client.end({ timeout: 2 }),
  };
}
