import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "@/db/client";
import { rateLimits } from "@/db/schema/people";
import { Problem } from "../kernel/problem";

const limits = {
  /** Tries per account name. A right password forgives them; nothing locks for good. */
  signInName: { points: 5, duration: 15 * 60 },
  /** A whole station may share one address. */
  signInAddress: { points: 60, duration: 10 * 60 },
  /** Where no proxy tells addresses apart, all tries of the system together. */
  signInEveryone: { points: 600, duration: 10 * 60 },
  /** Tries at the present password by whoever sits at a signed-in machine. */
  changePassword: { points: 5, duration: 15 * 60 },
  /** Readings of a calendar elsewhere that one person orders by hand. */
  calendarReading: { points: 10, duration: 10 * 60 },
  /** Files one person adds. */
  fileUpload: { points: 120, duration: 10 * 60 },
  /** Readings of one subscribed calendar, by the hash of its token; programs ask every few minutes. */
  feed: { points: 60, duration: 10 * 60 },
  /** Tokens nobody has, of everybody together: guessing gets slow, readers of real ones are not held up. */
  feedGuess: { points: 300, duration: 10 * 60 },
  /** Wrong tokens, codes and digits at the entry for people without an account, from one address. */
  linkAddress: { points: 20, duration: 10 * 60 },
  /** Links nobody has, of everybody together where no proxy tells addresses apart; who has one is not held up. */
  linkEveryone: { points: 120, duration: 10 * 60 },
} as const;
type Limit = keyof typeof limits;

/** Counts in the database alone, so that it costs nothing to make; the nightly pruning removes what has run out. */
const limiter = (limit: Limit): RateLimiterDrizzle =>
  new RateLimiterDrizzle({
    storeClient: database(),
    schema: rateLimits,
    keyPrefix: limit,
    clearExpiredByTimeout: false,
    ...limits[limit],
  });

/** Takes one point; refuses when none is left until the time has run out. */
export async function spend(limit: Limit, key: string): Promise<void> {
  try {
    await limiter(limit).consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes)
      throw new Problem("tooMany", "tooManyRequests", { minutes: Math.ceil(error.msBeforeNext / 60_000) });
    throw error;
  }
}

/** Refuses while no point is left, and takes none: only what was wrong counts. */
export async function requireLeft(limit: Limit, key: string): Promise<void> {
  const state = await limiter(limit).get(key);
  if (state && state.consumedPoints > limits[limit].points)
    throw new Problem("tooMany", "tooManyRequests", { minutes: Math.max(1, Math.ceil(state.msBeforeNext / 60_000)) });
}

/** Gives back the point of a try that was right, so that only wrong ones count. */
export async function giveBack(limit: Limit, key: string): Promise<void> {
  await limiter(limit).reward(key, 1);
}

/** Forgets all tries. */
export async function forgive(limit: Limit, key: string): Promise<void> {
  await limiter(limit).delete(key);
}
