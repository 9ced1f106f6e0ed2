import type { EventEmitter } from "node:events";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/** An advisory lock on the name under which a process locks jobs, held by one connection until the process ends. */
const nameLock = (name: ReturnType<typeof sql> | string) => sql`hashtextextended('worker:' || ${name}, 0)`;

interface Watch {
  /** Unlocks the jobs of workers whose process has ended; gives how many workers. */
  free(): Promise<number>;
  close(): Promise<void>;
}

/**
 * A killed worker's jobs stay locked for hours, since the library cannot tell a killed worker from a slow job. Here each
 * running process holds an advisory lock on the name that locks its jobs; if that lock is free, the process has ended
 * and its jobs are unlocked. Jobs of a running process must never be unlocked: one that enqueues itself again would be
 * lost when it finishes. `events` is the runner's emitter.
 */
export function watchForDead(url: string, events: Pick<EventEmitter, "on">): Watch {
  // One connection that stays open: session-level advisory locks belong to it.
  const client = postgres(url, { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => undefined });
  const db = drizzle(client);
  const own: string[] = [];
  const hold = (name: string) => db.execute(sql`select pg_advisory_lock(${nameLock(name)})`);
  // Jobs are locked under the pool's name, not each worker's.
  events.on("pool:create", ({ workerPool }: { workerPool: { id: string } }) => {
    own.push(workerPool.id);
    // A worker without its advisory lock must not take jobs.
    hold(workerPool.id).catch(() => process.exit(1));
  });
  return {
    async free() {
      // A restarted PostgreSQL has lost our locks; taking one that is still held again does no harm.
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
