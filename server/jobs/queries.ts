import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context";
import { isoText } from "../kernel/iso-text";
import { asActor } from "../kernel/transaction";

/** A job that was tried as often as it may be. Instants are ISO text. */
export interface FailedJob {
  id: string;
  /** Its name in server/jobs. */
  task: string;
  queuedAt: string;
  failedAt: string;
  attempts: number;
  /** A code, never a sentence; empty when the queue kept something else. */
  error: string;
}

const listSize = 200;

/** What the system gave up doing by itself, the latest first; jobs of this county and those of the whole installation. */
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

/** The count beside the place. */
export function failedWorkCount(ctx: Context): Promise<number> {
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from app.failed_work()`);
    return row?.n ?? 0;
  });
}
