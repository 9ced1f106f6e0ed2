import { beforeAll, describe, expect, it } from "vitest";
import { conveneSession } from "../convening/convene-session";
import { systemActor } from "../kernel/actor";
import { actAs } from "../kernel/context";
import { Problem } from "../kernel/problem";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { openRivalPools } from "../testing/rival-pools";
import {
  bookable,
  booked,
  booking,
  convening,
  inDays,
  invitee,
  lastEventOf,
  roomOne,
  roomTwo,
  stateOf,
} from "../testing/sessions";
import { bookSession } from "./book-session";
import { confirmSession } from "./confirm-session";
import { expireHold } from "./expire-hold";
import { holdSession } from "./hold-session";
import { confirmSessionInput, holdSessionInput, moveSessionInput, swapPersonInput } from "./inputs";
import { moveSession } from "./move-session";
import { swapPerson } from "./swap-person";

let county: TestCounty;
beforeAll(async () => {
  await openRivalPools();
  county = await testCounty();
});

/** Runs all acts at once; gives the winners and the refusals of the others. Any other error fails the test. */
async function allAtOnce(acts: readonly (() => Promise<unknown>)[]) {
  const answers = await Promise.allSettled(acts.map((act) => act()));
  const refusals = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason as Problem] : []));
  for (const refusal of refusals) expect(refusal).toBeInstanceOf(Problem);
  return { winners: answers.length - refusals.length, codes: refusals.map(({ code }) => code), refusals };
}
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

// A process has ten connections: more rivals only wait longer for their turn.
describe("many at once", () => {
  it("gives one room-hour to exactly one of 60 bookings, holds and convenings, and 59 the next free time", async () => {
    const disputes = [];
    for (let i = 0; i < 12; i += 1) disputes.push(await bookable(county));
    const acts = [];
    for (let i = 0; i < 60; i += 1) {
      const dispute = disputes[i % 12] ?? { disputeId: "" };
      const startsAt = inDays(20);
      const plain = await booking(county, dispute, { startsAt });
      const hold = holdSessionInput.parse({ ...plain, askedIds: [county.people.judge] });
      const send = await convening(county, dispute, { startsAt, invitees: [invitee(county, "lawyer")] });
      const kinds = [
        () => bookSession(county.as("mediator"), plain),
        () => holdSession(county.as("mediator"), hold),
        () => conveneSession(county.as("mediator"), send),
      ];
      acts.push(kinds[i % 3] ?? (() => Promise.reject(new Error("no act"))));
    }
    const { winners, refusals } = await allAtOnce(acts);
    expect(winners).toBe(1);
    expect(refusals).toHaveLength(59);
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ kind: "conflict", code: "roomTaken" });
      expect(Date.parse(String(refusal.params.nextFree))).toBeGreaterThan(Date.parse(inDays(20)));
    }
  }, 240_000);

  it("confirms a held session once for 50 who press", async () => {
    const dispute = await bookable(county);
    const hold = await holdSession(
      county.as("mediator"),
      holdSessionInput.parse(await booking(county, dispute, { startsAt: inDays(21) })),
    );
    const target = confirmSessionInput.parse({
      disputeId: dispute.disputeId,
      sessionId: hold.sessionId,
      sessionVersion: 1,
    });
    const { winners, codes } = await allAtOnce(times(50, () => () => confirmSession(county.as("mediator"), target)));
    expect(winners).toBe(1);
    expect(new Set(codes)).toEqual(new Set(["changedMeanwhile"]));
    expect(await stateOf(county, hold.sessionId)).toMatchObject({ heldUntil: null, taken: 2, held: 0, version: 2 });
  }, 60_000);

  it("moves one session once for 50 movers, and one of 12 sessions into one free hour", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await booked(county, dispute, { startsAt: inDays(22, "09:00"), minutes: 30 });
    const move = (disputeId: string, id: string, startsAt: string, room = roomOne) =>
      moveSessionInput.parse({
        disputeId,
        sessionId: id,
        sessionVersion: 1,
        startsAt,
        minutes: 30,
        roomId: county.rooms[room],
      });
    const same = await allAtOnce(
      times(
        50,
        (i) => () =>
          moveSession(county.as("mediator"), move(dispute.disputeId, sessionId, inDays(22, i % 2 ? "10:00" : "11:00"))),
      ),
    );
    expect(same.winners).toBe(1);
    expect(new Set(same.codes)).toEqual(new Set(["changedMeanwhile"]));
    const rivals = [];
    for (let i = 0; i < 12; i += 1) {
      const rival = await bookable(county);
      const time = `${String(9 + Math.floor(i / 2)).padStart(2, "0")}:${i % 2 ? "30" : "00"}`;
      rivals.push({
        rival,
        ...(await booked(county, rival, {
          startsAt: inDays(23, time),
          minutes: 30,
          roomId: county.rooms[i % 2 ? roomOne : roomTwo] ?? "",
        })),
      });
    }
    const into = await allAtOnce(
      rivals.map(
        ({ rival, sessionId: id }) =>
          () =>
            moveSession(county.as("mediator"), move(rival.disputeId, id, inDays(24, "15:00"))),
      ),
    );
    expect(into.winners).toBe(1);
    for (const code of into.codes) expect(["roomTaken", "personTaken"]).toContain(code);
  }, 120_000);

  it("swaps one seat once for 50 who swap", async () => {
    const dispute = await bookable(county);
    await joined(county, dispute, "lawyer");
    const { sessionId } = await booked(county, dispute, {
      startsAt: inDays(25),
      personIds: [county.people.lawyer ?? ""],
    });
    const swap = (into: string) =>
      swapPersonInput.parse({
        disputeId: dispute.disputeId,
        sessionId,
        sessionVersion: 1,
        outPersonId: county.people.lawyer,
        inPersonId: county.people[into],
      });
    const { winners, codes } = await allAtOnce(
      times(50, (i) => () => swapPerson(county.as("mediator"), swap(i % 2 ? "mediator2" : "officer"))),
    );
    expect(winners).toBe(1);
    expect(new Set(codes)).toEqual(new Set(["changedMeanwhile"]));
    expect(await stateOf(county, sessionId)).toMatchObject({ taken: 3, held: 0 });
  }, 60_000);

  it("is either confirmed or released, never half of both, when the lead confirms at the moment the hold expires", async () => {
    const past = new Date(Date.now() - 3 * 86_400_000);
    const worker = systemActor(county.countyId, "expireHold");
    let confirmed = 0;
    for (let round = 0; round < 12; round += 1) {
      const dispute = await bookable(county);
      const startsAt = inDays(26 + round, "09:00");
      const { sessionId } = await holdSession(
        county.as("mediator", { now: past }),
        holdSessionInput.parse(await booking(county, dispute, { startsAt })),
      );
      const target = confirmSessionInput.parse({ disputeId: dispute.disputeId, sessionId, sessionVersion: 1 });
      const acts = [
        () => confirmSession(county.as("mediator"), target),
        () => expireHold(actAs(worker, new Date()), { ...dispute, sessionId }),
      ];
      await allAtOnce(round % 2 ? acts : acts.reverse());
      const state = await stateOf(county, sessionId);
      const { action } = await lastEventOf(county, dispute.disputeId);
      if (state.status === "booked") {
        confirmed += 1;
        expect(state).toMatchObject({ heldUntil: null, taken: 2, held: 0 });
        expect(action).toBe("session.confirm");
      } else {
        expect(state).toMatchObject({ status: "cancelled", taken: 0 });
        expect(action).toBe("session.expireHold");
      }
    }
    process.stdout.write(`confirmed ${confirmed} of 12\n`);
  }, 120_000);
});
