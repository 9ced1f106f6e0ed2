import { hash, verify } from "@node-rs/argon2";
import { Problem } from "../kernel/problem";
import { queueOf } from "./in-turn";

const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
let decoy: Promise<string> | undefined;

/**
 * Each hash takes 19 MiB and a core for some 30 ms; more than two at once would take the machine from everybody else.
 * Sixty wait about a second.
 */
const inTurn = queueOf({ atOnce: 2, most: 60, busy: () => new Problem("tooMany", "signInBusy") });

/** argon2id with 19 MiB and two passes. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, options), true);

/**
 * Whether the password is right. Without a hash it takes the same time, so that unknown names do not answer faster.
 * `isKnown` is for browsers and people that have signed in before: they wait before all others. Refuses with signInBusy.
 */
export async function fitsPassword(storedHash: string | null, password: string, isKnown = false): Promise<boolean> {
  decoy ??= hashPassword("no account has this password");
  // Waited for in both cases: the first try after a start must not tell known names from unknown ones.
  const instead = await decoy;
  const fits = await inTurn(() => verify(storedHash ?? instead, password), isKnown);
  return storedHash !== null && fits;
}
