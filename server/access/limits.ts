import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "@/db/client";
import { rateLimits } from "@/db/schema/people";
import { Problem } from "../kernel/problem";

const limits = {
  /** Tries per account name. A right password forgives them; nothing locks for good. */
  signInName: { points: 5, duration: 15 * 60 },
  /** A whole station may share one address. */
  signInAddress: { points: 60, duration: 10 * 60 },
} as const;
type Limit = keyof typeof limits;

const limiter = (limit: Limit) => new RateLimiterDrizzle({ storeClient: database(), schema: rateLimits, keyPrefix: limit, ...limits[limit] });

/** Takes one point; refuses when none is left until the time has run out. */
export async function spend(limit: Limit, key: string): Promise<void> {
  try {
    await limiter(limit).consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new Problem("tooMany", "tooManyRequests", { minutes: Math.ceil(error.msBeforeNext / 60_000) });
    throw error;
  }
}

export async function forgive(limit: Limit, key: string): Promise<void> {
  await limiter(limit).delete(key);
}
