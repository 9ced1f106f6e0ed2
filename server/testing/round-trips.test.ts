import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roundTrips } from "@/bin/operation/testing/round-trips";
import { closeDatabase } from "@/db/client";
import { openSignIn, signedInBy } from "../access/sign-in";
import { appRouter } from "../api/root";
import type { RegisterDisputeInput } from "../disputes/inputs";
import { newId } from "../kernel/ids";
import { readsOfRequest } from "../kernel/shared-reads";
import { callerFactory } from "../trpc/init";
import { type TestCounty, testCounty } from "./county";
import { acceptedDispute, intake } from "./disputes";
import { bookable, booking, inDays } from "./sessions";

let county: TestCounty;
let signIn: string;
let disputeId: string;
let bookableId: string;
let counter: Awaited<ReturnType<typeof roundTrips>>;
const before = { ...process.env };
beforeAll(async () => {
  county = await testCounty();
  ({ disputeId } = await acceptedDispute(county));
  ({ disputeId: bookableId } = await bookable(county));
  signIn = await openSignIn(county.countyId, county.actor("mediator").personId, new Date());
  await closeDatabase();
  counter = await roundTrips(process.env.DATABASE_URL ?? "");
  for (const name of ["DATABASE_PEOPLE_URL", "DATABASE_SYSTEM_URL"])
    process.env[name] = counter.through(before[name] ?? "");
});
afterAll(async () => {
  await closeDatabase();
  Object.assign(process.env, before);
  await counter.close();
});

const callerOf = callerFactory(appRouter);
type Caller = ReturnType<typeof callerOf>;

/**
 * How often one request is waited for, from its cookie to its answer. The least of several: the first ones make their
 * statements known, and a busy machine may cut in two what was sent at once.
 */
async function waits(ask: (caller: Caller, nth: number) => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let n = 0; n < 8; n += 1) {
    const start = counter.trips();
    const now = new Date();
    const signedIn = await signedInBy(signIn, now);
    await ask(callerOf({ signedIn, now, requestId: "TEST", reads: readsOfRequest() }), n);
    counts.push(counter.trips() - start);
    // The end of the shared transaction, for which nobody waits.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return Math.min(...counts);
}

describe("a request waits for the database", () => {
  it("twice for an empty call: who asks, and the answer", async () => {
    expect(await waits((caller) => caller.notifications.unread({}))).toBe(2);
  });

  it("no more often for three questions at once than for one", async () => {
    const batch = (caller: Caller) =>
      Promise.all([caller.notifications.unread({}), caller.notifications.unread({}), caller.notifications.unread({})]);
    expect(await waits(batch)).toBe(2);
  });

  it("three times where a gate opens a dispute first", async () => {
    expect(await waits((caller) => caller.disputes.timeline({ disputeId }))).toBeLessThanOrEqual(3);
  });

  it("at most six times for a page, its sign-in, frame and the end of its transaction included", async () => {
    const frame = (caller: Caller) => Promise.all([caller.disputes.overdue({}), caller.notifications.unread({})]);
    /** How often each may wait, and what its parts ask, in the order in which the page can ask it. */
    const pages: Record<string, [number, (caller: Caller) => Promise<unknown>]> = {
      today: [4, (caller) => caller.disputes.today({ show: "toDo", after: null })],
      list: [4, (caller) => caller.disputes.list({ scope: "unarchived", status: null, risk: null, q: "" })],
      dispute: [
        5,
        async (caller) => {
          await caller.disputes.byId({ disputeId });
          await Promise.all([caller.desk.harmOf({ disputeId }), caller.invitations.board({ disputeId })]);
        },
      ],
      parties: [
        5,
        async (caller) => {
          await caller.disputes.byId({ disputeId });
          await caller.consents.ofDispute({ disputeId });
        },
      ],
      sessions: [
        5,
        async (caller) => {
          await caller.disputes.byId({ disputeId });
          await Promise.all([
            caller.sessions.ofDispute({ disputeId }),
            caller.notifications.ofDispute({ disputeId }),
            caller.convening.needs({ disputeId }),
            caller.sessions.videoLinks({ disputeId }),
            caller.sessions.rooms({}),
          ]);
        },
      ],
      timeline: [
        5,
        async (caller) => {
          await caller.disputes.byId({ disputeId });
          await Promise.all([caller.disputes.timeline({ disputeId }), caller.windows.readings({ disputeId })]);
        },
      ],
      consultations: [
        4,
        (caller) =>
          Promise.all([
            caller.consultations.ofStation({ filter: "all", before: null }),
            caller.consultations.own({ before: null }),
          ]),
      ],
    };
    for (const [page, [most, ask]] of Object.entries(pages)) {
      // The end of the transaction comes after what was counted.
      expect(1 + (await waits((caller) => Promise.all([frame(caller), ask(caller)]))), page).toBeLessThanOrEqual(most);
    }
  });

  it("four times to register a dispute with three parties: sign-in, number, rows, commit", async () => {
    const [one, other] = intake().parties;
    const parties = [one, other, { ...other, name: "王小明" }] as RegisterDisputeInput["parties"];
    const register = (caller: Caller) =>
      caller.disputes.register({ key: newId(new Date()), input: intake({ parties }) });
    expect(await waits(register)).toBeLessThanOrEqual(4);
  });

  it("eight times to book a session", async () => {
    const form = await booking(county, { disputeId: bookableId });
    const book = (caller: Caller, nth: number) =>
      caller.sessions.book({ key: newId(new Date()), input: { ...form, startsAt: inDays(10 + nth) } });
    expect(await waits(book)).toBeLessThanOrEqual(8);
  });
});
