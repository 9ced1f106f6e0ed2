import { beforeAll, describe, expect, it } from "vitest";
import { Problem } from "../kernel/problem";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { openRivalPools } from "../testing/rival-pools";
import { bookable, booked, booking, inDays, roomOne, roomTwo, sessionsOf, slotsOf } from "../testing/sessions";
import { bookSession } from "./book-session";
import { cancelSession } from "./cancel-session";
import { cancelSessionInput, moveSessionInput } from "./inputs";
import { moveSession } from "./move-session";

let county: TestCounty;
beforeAll(async () => {
  await openRivalPools();
  county = await testCounty();
});

/** Everyone books at once; gives the winners and the refusals of the others. */
async function allAtOnce(acts: readonly (() => Promise<unknown>)[]) {
  const answers = await Promise.allSettled(acts.map((act) => act()));
  const refusals = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason as unknown] : []));
  return { winners: answers.length - refusals.length, refusals };
}

describe("two people never get the same hour", () => {
  it("gives one room to one of 20 disputes and tells 19 the next free time", async () => {
    const inputs = [];
    for (let i = 0; i < 20; i += 1)
      inputs.push(await booking(county, await bookable(county), { startsAt: inDays(20) }));
    const { winners, refusals } = await allAtOnce(
      inputs.map((input) => () => bookSession(county.as("mediator"), input)),
    );
    expect(winners).toBe(1);
    expect(refusals).toHaveLength(19);
    for (const refusal of refusals) {
      expect(refusal).toBeInstanceOf(Problem);
      expect(refusal).toMatchObject({ kind: "conflict", code: "roomTaken", params: { nextFree: inDays(20, "16:00") } });
    }
  }, 120_000);

  it("seats one person in one of two rooms", async () => {
    const inputs = [];
    for (const room of [roomOne, roomTwo, roomOne, roomTwo]) {
      inputs.push(
        await booking(county, await bookable(county), { startsAt: inDays(21), roomId: county.rooms[room] ?? "" }),
      );
    }
    const { winners, refusals } = await allAtOnce(
      inputs.map((input) => () => bookSession(county.as("mediator"), input)),
    );
    expect(winners).toBe(1);
    for (const refusal of refusals) expect(["roomTaken", "personTaken"]).toContain((refusal as Problem).code);
  });

  it("swaps nobody into a taken hour: a move is refused and keeps its old time", async () => {
    const first = await bookable(county);
    const second = await bookable(county);
    await booked(county, first, { startsAt: inDays(22, "09:00") });
    const { sessionId } = await booked(county, second, { startsAt: inDays(22, "14:00") });
    const move = moveSessionInput.parse({
      disputeId: second.disputeId,
      sessionId,
      sessionVersion: 1,
      startsAt: inDays(22, "09:30"),
      minutes: 60,
      roomId: county.rooms[roomOne],
    });
    expect(await refusedWith(moveSession(county.as("mediator"), move))).toBe("roomTaken");
    expect((await sessionsOf(county, second)).sessions[0]).toMatchObject({
      startsAt: expect.stringContaining("T"),
      version: 1,
    });
    expect(await slotsOf(county, sessionId)).toBe(2);
    await moveSession(county.as("mediator"), {
      ...move,
      startsAt: inDays(22, "10:30"),
      roomId: county.rooms[roomTwo] ?? "",
    });
    const [moved] = (await sessionsOf(county, second)).sessions;
    expect(moved).toMatchObject({ version: 2, room: { name: "驻所调解室二" } });
    expect(new Date(moved?.startsAt ?? "").toISOString()).toBe(inDays(22, "10:30"));
    await booked(county, await bookable(county), { startsAt: inDays(22, "14:00") });
  });

  it("frees the hour when a session is cancelled, and the matter is convened again", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await booked(county, dispute, { startsAt: inDays(23) });
    const rival = await bookable(county);
    expect(await refusedWith(booked(county, rival, { startsAt: inDays(23) }))).toBe("roomTaken");
    const cancel = cancelSessionInput.parse({
      disputeId: dispute.disputeId,
      sessionId,
      sessionVersion: 1,
      reason: "法官临时开庭",
    });
    await cancelSession(county.as("mediator"), cancel);
    await booked(county, rival, { startsAt: inDays(23) });
    const overview = await sessionsOf(county, dispute);
    expect(overview.proceeding?.status).toBe("convening");
    expect(overview.sessions[0]).toMatchObject({ status: "cancelled", cancelReason: "法官临时开庭" });
    expect(await refusedWith(cancelSession(county.as("mediator"), cancel))).toBe("sessionNotBooked");
  });

  it("stays scheduled when another session is still booked, and tells the slower of two movers", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await booked(county, dispute, { startsAt: inDays(24, "09:00") });
    await booked(county, dispute, { startsAt: inDays(24, "14:00") });
    const move = moveSessionInput.parse({
      disputeId: dispute.disputeId,
      sessionId,
      sessionVersion: 1,
      startsAt: inDays(24, "10:00"),
      minutes: 60,
      roomId: county.rooms[roomOne],
    });
    const { winners, refusals } = await allAtOnce([
      () => moveSession(county.as("mediator"), move),
      () => moveSession(county.as("mediator2"), { ...move, startsAt: inDays(24, "11:00") }),
    ]);
    expect(winners).toBe(1);
    expect(refusals).toMatchObject([{ code: "changedMeanwhile" }]);
    await cancelSession(
      county.as("mediator"),
      cancelSessionInput.parse({ disputeId: dispute.disputeId, sessionId, sessionVersion: 2, reason: "改期" }),
    );
    expect((await sessionsOf(county, dispute)).proceeding?.status).toBe("scheduled");
  });
});
