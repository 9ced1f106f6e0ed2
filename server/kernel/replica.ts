import { sql } from "drizzle-orm";
import { begin, dropReplica, hasReplica, systemDatabase, type Tx } from "@/db/client";
import type { Beginning } from "@/db/session";
import { limitsOf, type Work } from "@/db/work";
import { isUnreachable } from "./unreachable";

/** In milliseconds: how long a read waits for the replica to catch up and to answer, and how long this is left alone then. */
const timeouts = { catchUp: 250, look: 10, answer: 2_000, rest: 5_000 } as const;

/** The replica has not carried out yet what was committed before this read began. */
class Behind extends Error {}
/** The replica took the question and gives no answer: a machine that hangs, or a network that swallows. */
class Silent extends Error {}

/** Until when this process leaves the replica alone, by the time since it started. */
let restsUntil = 0;
/** For tests, which do not wait. */
export const letReplicaBeAsked = (): void => {
  restsUntil = 0;
};

interface Reading extends Pick<Beginning, "opening"> {
  login: "people" | "system";
  kind: Work;
  name: string;
}

/**
 * Runs a reading `body` on the replica once this has carried out everything that was committed before now: whoever asks
 * finds their own acts and everybody's, as on the primary. Null where it cannot do that in time, or was lost on the way:
 * then the primary is to be asked. Whatever else `body` fails with is thrown.
 */
export async function onReplica<T>(reading: Reading, body: (tx: Tx) => Promise<T>): Promise<{ result: T } | null> {
  if (!hasReplica() || performance.now() < restsUntil) return null;
  const at = await committedUntil();
  try {
    const result = await begin({ ...reading, place: "replica", mode: "read only" }, async (tx) => {
      await within(timeouts.answer, caughtUp(tx, at));
      return within(2 * limitsOf(reading.kind).statementMs, body(tx));
    });
    return { result };
  } catch (error) {
    const isAway = error instanceof Silent || isUnreachable(error);
    if (isAway) restsUntil = performance.now() + timeouts.rest;
    if (isAway || error instanceof Behind) return null;
    throw error;
  }
}

/**
 * Where the primary's log ends on disk. An act is acknowledged when its commit lies there, so that this covers every act
 * that anybody was told of, through whichever web process.
 */
async function committedUntil(): Promise<string> {
  const [row] = await systemDatabase().execute<{ at: string }>(sql`select pg_current_wal_flush_lsn()::text as at`);
  return row?.at ?? "";
}

/** Ends when the replica has carried out the log up to `at`; a server that is no replica any more has it all. */
async function caughtUp(tx: Tx, at: string): Promise<void> {
  const end = performance.now() + timeouts.catchUp;
  for (;;) {
    const [row] = await tx.execute<{ isBehind: boolean }>(
      sql`select pg_is_in_recovery() and pg_last_wal_replay_lsn() < ${at}::pg_lsn as "isBehind"`,
    );
    if (!row?.isBehind) return;
    if (performance.now() > end) throw new Behind();
    await new Promise((resolve) => setTimeout(resolve, timeouts.look));
  }
}

/** Fails as `Silent` after `ms`, and ends the connections that would wait on. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Silent());
      dropReplica();
    }, ms);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}
