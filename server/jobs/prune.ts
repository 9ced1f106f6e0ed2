import { forgetSignIns } from "../access/forget-sign-ins";
import { forgetKeys } from "../kernel/forget-keys";

/** Deletes expired idempotency keys, sign-ins and rate counters. Touches no dispute. */
export async function prune(now: Date): Promise<void> {
  await forgetKeys(now);
  await forgetSignIns(now);
}
