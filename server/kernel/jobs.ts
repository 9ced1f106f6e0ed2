import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** A task of server/jobs, enqueued in the transaction of the act; the same jobKey replaces a job not done yet. */
export interface NewJob {
  task: string;
  payload: Readonly<Record<string, string | number>>;
  jobKey?: string;
  /** Not before this moment; at once when absent. */
  runAt?: Date;
}

export async function enqueue(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
  const add = (job: NewJob) =>
    tx.execute(sql`select app.add_job(${job.task}, ${JSON.stringify(job.payload)}::json, ${job.jobKey ?? null},
      ${job.runAt?.toISOString() ?? null}::timestamptz)`);
  await Promise.all(jobs.map(add));
}
