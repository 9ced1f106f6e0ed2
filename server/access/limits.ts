import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { systemDatabase } from "@/db/client";
import { rateLimits } from "@/db/schema/people";
import { Problem } from "../kernel/problem";

const limits = {
  /** Tries at the present password by whoever uses a signed-in machine. */
  changePassword: { points: 5, duration: 15 * 60 },
  /** Readings of an imported calendar that one person asks for by hand. */
  calendarReading: { points: 10, duration: 10 * 60 },
  /** Files one person adds. */
  fileUpload: { points: 120, duration: 10 * 60 },
  /** Requests for one subscribed calendar, by the hash of its token; calendar programs ask every few minutes. */
  feed: { points: 60, duration: 10 * 60 },
  /** Unknown calendar tokens, counted for all callers together: this slows guessing and never delays a valid token. */
  feedGuess: { points: 300, duration: 10 * 60 },
  /** Wrong tokens, codes and digits at the entry for people without an account, from one address. */
  linkAddress: { points: 20, duration: 10 * 60 },
  /** Unknown links, counted for all callers together where no proxy tells addresses apart; a valid link is never delayed. */
  linkEveryone: { points: 120, duration: 10 * 60 },
  /** Sealed papers that somebody checks without an account, from one address; and all of them together where no proxy tells addresses apart. */
  checkAddress: { points: 60, duration: 60 * 60 },
  checkEveryone: { points: 1_200, duration: 60 * 60 },
  /** Files that people without an account send, counted before they are read. */
  fileAddress: { points: 60, duration: 60 * 60 },
  fileEveryone: { points: 1_200, duration: 60 * 60 },
  /** Unknown codes of slips from one address, and all of them together where no proxy tells addresses apart; a known code is never delayed by the latter. */
  slipAddress: { points: 20, duration: 60 * 60 },
  slipEveryone: { points: 600, duration: 60 * 60 },
} as const;
type Limit = keyof typeof limits;

/** Counts in the database alone, so a limiter holds no state; the nightly pruning removes expired counters. */
const limiter = (limit: Limit): RateLimiterDrizzle =>
  new RateLimiterDrizzle({
    storeClient: systemDatabase(),
    schema: rateLimits,
    keyPrefix: limit,
    clearExpiredByTimeout: false,
    ...limits[limit],
  });

/** Takes one point; refuses when none is left in this period. */
export async function spend(limit: Limit, key: string): Promise<void> {
  try {
    await limiter(limit).consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes)
      throw new Problem("tooMany", "tooManyRequests", { minutes: Math.ceil(error.msBeforeNext / 60_000) });
    throw error;
  }
}

/** What people without an account do, with a limit for one address and one for all together. */
type Strangers = "check" | "file" | "link" | "slip";

/** Takes a point of the address, or of everybody together where no proxy tells addresses apart. */
export const spendFrom = (what: Strangers, address: string | null): Promise<void> =>
  address === null ? spend(`${what}Everyone`, "all") : spend(`${what}Address`, address);

/**
 * Refuses an address of which no point is left, where a proxy tells addresses apart; takes none, since only wrong tries count.
 * Where none does, all tries share one limit, which never applies to what is valid: otherwise one guesser could keep everybody out.
 */
export async function requireLeftFrom(
  what: Extract<Strangers, "link" | "slip">,
  address: string | null,
): Promise<void> {
  if (address === null) return;
  const limit = `${what}Address` as const;
  const state = await limiter(limit).get(address);
  if (state && state.consumedPoints > limits[limit].points)
    throw new Problem("tooMany", "tooManyRequests", { minutes: Math.max(1, Math.ceil(state.msBeforeNext / 60_000)) });
}

/** Forgets all tries. */
export async function forgive(limit: Limit, key: string): Promise<void> {
  await limiter(limit).delete(key);
}
