import { sql } from "drizzle-orm";
import { requireRole } from "../access/gate";
import { act } from "../kernel/act";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { RetryWorkInput } from "./inputs";

/**
 * Enqueues a failed job again with all its tries. Refused (workNotFailed) when it is done, running or another county's.
 * That is safe because every task may run twice and does nothing where nothing is left to do.
 */
export function retryWork(ctx: ActContext, input: RetryWorkInput): Promise<{ jobId: string }> {
  return act(
    ctx,
    "work.retry",
    input,
    (who) => requireRole(who, "work.retry"),
    async (tx) => {
      const [row] = await tx.execute<{ task: string | null }>(
        sql`select app.retry_work(${input.jobId}::bigint) as task`,
      );
      if (!row?.task) throw conflict("workNotFailed");
      return { result: { jobId: input.jobId }, payload: { jobId: input.jobId, task: row.task } };
    },
  );
}
