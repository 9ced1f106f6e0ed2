import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roundTrips } from "@/bin/operation/testing/round-trips";
import { closeDatabase } from "@/db/client";
import { openSignIn, signedInBy } from "../access/sign-in";
import { appRouter } from "../api/root";
import type { RegisterDisputeInput } from "../disputes/inputs";
import { acceptInvitation } from "../invitations/accept-invitation";
import { newId } from "../kernel/ids";
import { readsOfRequest } from "../kernel/shared-reads";
import { callerFactory } from "../trpc/init";
import { consented, invited } from "./convening";
import { type TestCounty, testCounty } from "./county";
import { acceptedDispute, intake } from "./disputes";
import { policeCase } from "./police";
import { bookable, booking, inDays } from "./sessions";

let county: TestCounty;
/** One sign-in of each of these people, by what they are called in the test county. */
let signIns: Record<string, string>;
let disputeId: string;
let bookableId: string;
let policeId: string;
/** Of a judge: one that waits for their answer, and one that they accepted. */
let waitingId: string;
let acceptedId: string;
let counter: Awaited<ReturnType<typeof roundTrips>>;
const before = { ...process.env };
beforeAll(async () => {
  county = await testCounty();
  const dispute = await acceptedDispute(county);
  ({ disputeId } = dispute);
  ({ disputeId: bookableId } = await bookable(county));
  ({ disputeId: policeId } = await policeCase(county));
  await consented(county, dispute);
  ({ invitationId: waitingId } = await invited(county, dispute, "judge"));
  ({ invitationId: acceptedId } = await invited(county, dispute, "lawyer"));
  await acceptInvitation(county.as("lawyer"), { invitationId: acceptedId, declaresNoTie: true });
  const people = ["mediator", "officer", "head", "county", "judge", "lawyer"];
  const opened = people.map((name) => openSignIn(county.countyId, county.actor(name).personId, new Date()));
  signIns = Object.fromEntries((await Promise.all(opened)).map((id, n) => [people[n], id]));
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
 * How often one request is waited for, from its cookie to its answer. The least of several, until it is `most`: the first
 * ones make their statements known, and a busy machine may cut in two what was sent at once.
 */
async function waits(
  most: number,
  ask: (caller: Caller, nth: number) => Promise<unknown>,
  { as: name = "mediator", isWithEnd = false } = {},
): Promise<number> {
  const counts: number[] = [];
  for (let n = 0; n < 8 && !counts.some((count) => count <= most); n += 1) {
    const start = counter.trips();
    const now = new Date();
    const signedIn = await signedInBy(signIns[name] ?? "", now);
    await ask(callerOf({ signedIn, now, requestId: "TEST", reads: readsOfRequest() }), n);
    const answered = counter.trips();
    // The end of the shared transaction, for which nobody waits.
    await new Promise((resolve) => setTimeout(resolve, 20));
    counts.push((isWithEnd ? counter.trips() : answered) - start);
  }
  return Math.min(...counts);
}

describe("a request waits for the database", () => {
  it("twice for an empty call: who asks, and the answer", async () => {
    expect(await waits(2, (caller) => caller.notifications.unread({}))).toBe(2);
  });

  it("no more often for three questions at once than for one", async () => {
    const batch = (caller: Caller) =>
      Promise.all([caller.notifications.unread({}), caller.disputes.overdue({}), caller.account.me({})]);
    expect(await waits(2, batch)).toBe(2);
  });

  it("once for what two parts of a page ask", async () => {
    const twice = async (caller: Caller) => {
      await caller.notifications.unread({});
      await caller.notifications.unread({});
    };
    expect(await waits(2, twice)).toBe(2);
  });

  it("three times where a gate opens a dispute first", async () => {
    expect(await waits(3, (caller) => caller.disputes.timeline({ disputeId }))).toBeLessThanOrEqual(3);
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
      const drawn = (caller: Caller) => Promise.all([frame(caller), ask(caller)]);
      expect(await waits(most, drawn, { isWithEnd: true }), page).toBeLessThanOrEqual(most);
    }
  });

  it("at most six times for the pages of officers, heads, the county and helpers", async () => {
    const year = { period: "year" } as const;
    const frames: Record<string, (caller: Caller) => Promise<unknown>> = {
      officer: (caller) => caller.notifications.unread({}),
      head: (caller) =>
        Promise.all([caller.overview.redCount({}), caller.approvals.waiting({}), caller.notifications.unread({})]),
      county: (caller) => Promise.all([caller.settings.missingYear({}), caller.notifications.unread({})]),
      judge: (caller) =>
        Promise.all([caller.consultations.badge({}), caller.invitations.badge({}), caller.notifications.unread({})]),
    };
    /** What of a page of sessions its reader may ask. */
    const sessionsOf = (id: string) => async (caller: Caller) => {
      const { allowed } = await caller.disputes.byId({ disputeId: id });
      await Promise.all([
        caller.sessions.ofDispute({ disputeId: id }),
        allowed.includes("delivery.list") && caller.notifications.ofDispute({ disputeId: id }),
        allowed.includes("convening.read") && caller.convening.needs({ disputeId: id }),
        allowed.includes("session.readVideo") && caller.sessions.videoLinks({ disputeId: id }),
      ]);
    };
    const card = (invitationId: string) => async (caller: Caller) => {
      const { status } = await caller.invitations.one({ invitationId });
      if (status === "accepted") await caller.invitations.brief({ invitationId });
    };
    const pages: Record<string, [string, (caller: Caller) => Promise<unknown>]> = {
      "sessions of a police case": ["officer", sessionsOf(policeId)],
      "sessions, for a head": ["head", sessionsOf(disputeId)],
      overview: [
        "head",
        async (caller) => {
          await caller.overview.overview(year);
          await caller.approvals.waiting({});
        },
      ],
      "list behind a figure": ["head", (caller) => caller.overview.drill({ figure: "received" })],
      county: [
        "county",
        async (caller) => {
          await caller.overview.county(year);
          await caller.settings.missingYear({});
        },
      ],
      "invitation that waits": ["judge", card(waitingId)],
      "invitation that was accepted": ["lawyer", card(acceptedId)],
    };
    for (const [page, [name, ask]] of Object.entries(pages)) {
      const frame = frames[name] ?? frames.judge;
      const drawn = (caller: Caller) => Promise.all([frame?.(caller), ask(caller)]);
      expect(await waits(6, drawn, { as: name, isWithEnd: true }), page).toBeLessThanOrEqual(6);
    }
  });

  it("four times to register a dispute with three parties: sign-in, number, rows, commit", async () => {
    const [one, other] = intake().parties;
    const parties = [one, other, { ...other, name: "王小明" }] as RegisterDisputeInput["parties"];
    const register = (caller: Caller) =>
      caller.disputes.register({ key: newId(new Date()), input: intake({ parties }) });
    expect(await waits(4, register)).toBeLessThanOrEqual(4);
  });

  it("eight times to book a session", async () => {
    const form = await booking(county, { disputeId: bookableId });
    const book = (caller: Caller, nth: number) =>
      caller.sessions.book({ key: newId(new Date()), input: { ...form, startsAt: inDays(10 + nth) } });
    expect(await waits(8, book)).toBeLessThanOrEqual(8);
  });
});
