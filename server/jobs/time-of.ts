import type { Job } from "graphile-worker";
import { currentTime } from "../kernel/clock";

/**
 * The time at which a job is carried out: never before it was due. The database decides when that is; a worker
 * whose clock runs behind would find a hold still held, and leave it so for good.
 */
export function timeOf({ run_at }: Pick<Job, "run_at">): Date {
  const now = currentTime();
  return run_at > now ? run_at : now;
}
