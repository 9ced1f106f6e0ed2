import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { begin, closeDatabase, database, type Tx } from "@/db/client";
import { type Work, work } from "@/db/work";
import { appRouter } from "../../api/root";
import type { Context } from "../../kernel/context";
import { Problem } from "../../kernel/problem";
import { readsOfRequest } from "../../kernel/shared-reads";
import { asActor } from "../../kernel/transaction";
import { callerFactory } from "../../trpc/init";
import { toTrpcError } from "../../trpc/problems";
import { type TestCounty, testCounty } from "../county";

let county: TestCounty;
beforeAll(async () => {
  // Each kind of work with connections of its own, as in production.
  await closeDatabase();
  county = await testCounty();
});

/** A question that answers only when the lock is given back: slow without a clock. */
const lock = 4711;
const slowly = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock_shared(${lock}::int)`);

/** `body` as a question `name` of a request of its own. */
function ask(name: string, kind: Work, body: (tx: Tx) => Promise<unknown>): Promise<unknown> {
  const ctx = { actor: county.actor("mediator"), now: new Date() };
  const asked: Context = { ...ctx, reads: readsOfRequest()(ctx, kind, name) };
  return asActor(asked, body);
}

/** Runs `during` while nobody gets the lock. */
async function whileSlow<T>(during: () => Promise<T>): Promise<T> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lock}::int)`);
    return during();
  });
}

/** "answered", or the code a caller is given with a 503; anything else is a fault. */
const outcome = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => "answered",
    (error: unknown) => {
      const { code, cause } = toTrpcError(error, "TEST");
      return code === "SERVICE_UNAVAILABLE" && cause instanceof Problem ? cause.code : code;
    },
  );

/** Ordinary work of somebody else: a page's bell, and an act that writes. */
async function ordinary() {
  const actor = county.actor("committee");
  const now = new Date();
  const caller = callerFactory(appRouter)({
    signedIn: { actor, mustChangePassword: false, mustAddFactor: false } as never,
    now,
    requestId: "TEST",
    reads: readsOfRequest(),
  });
  return Promise.all([
    caller.notifications.unread({}),
    begin({ login: "people", kind: "write", name: "" }, (tx) => tx.execute(sql`select 1`)),
  ]);
}

describe("while one question is slow for everybody", () => {
  it.each([16, 200])(
    "%i who ask it leave room for ordinary work, and none of them gets another refusal",
    async (users) => {
      const { asked, others } = await whileSlow(async () => {
        const tries = Array.from({ length: users }, () => outcome(ask("today.read", "read", slowly)));
        return { asked: Promise.all(tries), others: await ordinary() };
      });
      expect(others[0]).toBe(0);
      const given = await asked;
      expect(given.filter((each) => each === "answered").length).toBeGreaterThanOrEqual(4);
      // On a busy machine some of them may have waited too long.
      expect(given.filter((each) => each !== "answered" && each !== "overloaded")).toEqual([]);
    },
  );

  it("two hundred who ask for figures are told at once to come again, but for those whose turn comes soon", async () => {
    const { max, mostWaiting } = work.costly;
    const { asked, refused, others } = await whileSlow(async () => {
      const tries = Array.from({ length: 200 }, () => outcome(ask("overview.drill", "costly", slowly)));
      const first = await Promise.all(tries.slice(max + mostWaiting));
      return { asked: Promise.all(tries.slice(0, max + mostWaiting)), refused: first, others: await ordinary() };
    });
    expect(others[0]).toBe(0);
    expect(new Set(refused)).toEqual(new Set(["overloaded"]));
    expect((await asked).slice(0, max)).toEqual(Array(max).fill("answered"));
  });

  it("a statement that may not run so long is refused in the same way, and is no fault of the program", async () => {
    const cut = ask("today.read", "read", async (tx) => {
      await tx.execute(sql`set local statement_timeout = 1`);
      return tx.execute(sql`select pg_sleep(${10}::int)`);
    });
    expect(await outcome(cut)).toBe("overloaded");
  });
});
