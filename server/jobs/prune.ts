import { forgetSignIns } from "../access/forget-sign-ins";
import { forgetKeys } from "../kernel/forget-keys";

/** What has run out is forgotten: idempotency keys, sign-ins, rate counters. Touches no dispute. */
export async function prune(now: Date): Promise<void> {
  await forgetKeys(now);
  await forgetSignIns(now);
}
