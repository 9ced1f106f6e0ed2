import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context";
import { isoText } from "../kernel/iso-text";
import { asActor } from "../kernel/transaction";

/** A job that failed and has no tries left. Instants are ISO text. */
export interface FailedJob {
  id: string;
  /** Its name in server/jobs. */
  task: string;
  queuedAt: string;
  failedAt: string;
  attempts: number;
  /** A code, never a sentence; empty when the queue stored something else. */
  error: string;
}

const listSize = 200;

/** Failed jobs without tries left, the latest first: those of this county and of the whole installation. */
export function failedWork(ctx: Context): Promise<{ rows: FailedJob[]; total: number }> {
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<FailedJob & { total: number } & Record<string, unknown>>(sql`
      select w.id::text, w.task, ${isoText(sql`w.queued_at`)} as "queuedAt", ${isoText(sql`w.failed_at`)} as "failedAt", w.attempts, w.error,
        count(*) over ()::int as total
      from app.failed_work() w order by w.failed_at desc, w.id desc limit ${listSize}`);
    return {
      rows: rows.map(({ id, task, queuedAt, failedAt, attempts, error }) => ({
        id,
        task,
        queuedAt,
        failedAt,
        attempts,
        error,
      })),
      total: rows[0]?.total ?? 0,
    };
  });
}

/** How many there are, for the number beside the page's name in the navigation. */
export function failedWorkCount(ctx: Context): Promise<number> {
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from app.failed_work()`);
    return row?.n ?? 0;
  });
}
