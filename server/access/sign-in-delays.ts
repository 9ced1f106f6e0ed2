import { sql } from "drizzle-orm";
import { systemDatabase } from "@/db/client";
import { Problem } from "../kernel/problem";
import { sha256 } from "../kernel/sha256";

/**
 * How long the next try waits after wrong ones, in seconds: none for the first `free` ones, then 1, 2, 4 … up to `most`.
 * A count is forgotten `forget` seconds after the last wrong try. Nothing is ever locked, and the right password passes
 * as soon as the wait is over.
 */
const delays = {
  /** From a browser in which this account has signed in before: the tries of others do not slow it. */
  device: { free: 5, most: 900, forget: 3_600 },
  /** One account from one address: guessing a password. */
  accountHere: { free: 5, most: 900, forget: 3_600 },
  /** All accounts from one address, which a whole station may share: trying one password on many accounts. */
  origin: { free: 60, most: 60, forget: 900 },
  /** One account from anywhere: guessing from many addresses. */
  account: { free: 50, most: 60, forget: 86_400 },
  /**
   * Codes of one account from anywhere, by somebody who has its password: of a million codes three are right at a time, and
   * the wait of an account would let them try 1,440 a day.
   */
  code: { free: 10, most: 1_800, forget: 86_400 },
} as const;
type Kind = keyof typeof delays;

/** Not the time of the try: one that came in a moment earlier and is looked at later must not wait for it. */
const noWait = sql`to_timestamp(0)`;

/** One count that a try adds to. */
export interface TryKey {
  kind: Kind;
  key: string;
}

/**
 * The counts for a try at `name`. `origin` is null where the address cannot be told: then all such browsers share one.
 * A known browser has a count of its own and passes the others.
 */
export function tryKeys(name: string, origin: string | null, knownDevice: string | null): TryKey[] {
  const from = origin ?? "unknown";
  const of = (kind: Kind, ...parts: string[]): TryKey => ({
    kind,
    key: `${kind}:${sha256(parts.join("\n"))}`,
  });
  if (knownDevice) return [of("device", name, knownDevice)];
  return [of("accountHere", name, from), of("origin", from), of("account", name)];
}

/** The count of the codes typed for an account; a known browser has its own here too. */
export const codeKey = (name: string, knownDevice: string | null): TryKey => ({
  kind: "code",
  key: `code:${sha256(`${name}\n${knownDevice ?? ""}`)}`,
});

/**
 * Counts a try as wrong before the password is looked at, so that simultaneous ones cannot slip through together.
 * Refuses with signInDelayed ({ seconds }) while a wait is running, and then counts nothing.
 */
export async function beginTry(keys: readonly TryKey[], now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await systemDatabase().transaction(async (tx) => {
    // Always in the same order of kinds, so that two tries cannot wait for each other.
    for (const { kind, key } of keys) {
      const { free, most, forget } = delays[kind];
      const count = sql`(case when t.forget_at <= ${at} then 1 else t.wrong + 1 end)`;
      const wait = sql`case when ${count} < ${free}::int then ${noWait}
        else ${at} + make_interval(secs => least(${most}::int, 2 ^ least(${count} - ${free}::int, 20))) end`;
      const taken = await tx.execute(sql`
        insert into sign_in_tries as t (key, wrong, wait_until, forget_at)
        values (${key}, 1, ${noWait}, ${at} + make_interval(secs => ${forget}))
        on conflict (key) do update set wrong = ${count}, wait_until = ${wait},
          forget_at = ${at} + make_interval(secs => ${forget})
        where t.wait_until <= ${at} returning 1`);
      if (taken.length > 0) continue;
      const [row] = await tx.execute<{ seconds: number }>(sql`
        select greatest(1, ceil(extract(epoch from wait_until - ${at})))::int as seconds from sign_in_tries where key = ${key}`);
      throw new Problem("tooMany", "signInDelayed", { seconds: row?.seconds ?? 1 });
    }
  });
}

/** Takes a try back that was right or was never looked at; a right one also ends what its own count has gathered. */
export async function takeBackTry(keys: readonly TryKey[], wasRight: boolean): Promise<void> {
  for (const { kind, key } of keys) {
    const isOwn = kind === "device" || kind === "accountHere";
    await systemDatabase().execute(
      wasRight && isOwn
        ? sql`delete from sign_in_tries where key = ${key}`
        : sql`update sign_in_tries set wrong = greatest(wrong - 1, 0), wait_until = ${noWait} where key = ${key}`,
    );
  }
}
