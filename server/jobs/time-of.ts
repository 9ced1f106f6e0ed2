import type { Job } from "graphile-worker";
import { currentTime } from "../kernel/clock";

/**
 * The time at which a job is carried out: never before it was due by the database's clock. A worker whose clock is slow
 * would otherwise find that a hold has not expired yet, and never look at it again.
 */
export function timeOf({ run_at }: Pick<Job, "run_at">): Date {
  const now = currentTime();
  return run_at > now ? run_at : now;
}
