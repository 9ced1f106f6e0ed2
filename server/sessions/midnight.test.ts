import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/feeds/[token]/route";
import { database } from "@/db/client";
import { makeRoomFeed } from "../calendars/make-feed";
import { systemActor } from "../kernel/actor";
import { actAs } from "../kernel/context";
import { instantOf, weekdayOf } from "../kernel/shanghai";
import { createRoom } from "../places/create-room";
import { type TestCounty, testCounty } from "../testing/county";
import { freeHours } from "../testing/free-hours";
import { eventsOf } from "../testing/read-ics";
import { refusedWith } from "../testing/refused";
import { bookable, booked, booking, dayIn, inDays, sessionsOf, stateOf, writeHours } from "../testing/sessions";
import { planTownHallInput } from "../town-halls/inputs";
import { planTownHall } from "../town-halls/plan-town-hall";
import { confirmSession } from "./confirm-session";
import { expireHold } from "./expire-hold";
import { holdSession } from "./hold-session";
import { confirmSessionInput, holdSessionInput, moveSessionInput } from "./inputs";
import { moveSession } from "./move-session";
import { calendar } from "./reads/calendar";
import { dayBoard } from "./reads/rooms";

let county: TestCounty;
/** A room that is open around the clock, as far as a day's hours go. */
let roomId: string;
let pointId: string;
beforeAll(async () => {
  county = await testCounty();
  const [point] = await database().execute<{ id: string }>(sql`
    select point_id as id from rooms where county_id = ${county.countyId}::uuid and id = ${Object.values(county.rooms)[0]}::uuid`);
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: "00:00", closesAt: "23:59" }));
  pointId = point?.id ?? "";
  ({ roomId } = await createRoom(county.as("admin"), { pointId, name: "值班室", seats: 6, hours }));
});
const book = async (startsAt: string, minutes: number) =>
  booked(county, await bookable(county), { startsAt, minutes, roomId });
const on = async (days: number) => {
  const day = dayIn(days);
  const { blocks } = await calendar(county.as("mediator"), { from: day, to: day, people: false });
  return blocks.filter((block) => block.roomId === roomId).map(({ id }) => id);
};

describe("around midnight", () => {
  it("a session may begin the day and end just before it is over, but never cross into the next", async () => {
    const late = await book(inDays(30, "22:59"), 60);
    const early = await book(inDays(31, "00:00"), 45);
    expect([await on(29), await on(30), await on(31), await on(32)]).toEqual([
      [],
      [late.sessionId],
      [early.sessionId],
      [],
    ]);
    for (const [time, minutes] of [
      ["23:00", 60],
      ["23:30", 60],
      ["22:00", 240],
    ] as const)
      expect(await refusedWith(book(inDays(33, time), minutes)), time).toBe("roomClosed");
    const dispute = await bookable(county);
    const { sessionId } = await booked(county, dispute, { startsAt: inDays(33, "20:00"), minutes: 60, roomId });
    const to = { startsAt: inDays(33, "23:30"), minutes: 60, roomId };
    const move = moveSessionInput.parse({ disputeId: dispute.disputeId, sessionId, sessionVersion: 1, ...to });
    expect(await refusedWith(moveSession(county.as("mediator"), move))).toBe("roomClosed");
    const days = { weekday: weekdayOf(dayIn(33)), fromDay: dayIn(33), untilDay: dayIn(47) };
    const hall = { title: "夜话", roomId, chairId: county.people.mediator2, minutes: 60, ...days };
    const plan = (time: string) => planTownHall(county.as("mediator"), planTownHallInput.parse({ ...hall, time }));
    expect(await refusedWith(plan("23:30"))).toBe("roomClosed");
    expect((await plan("22:59")).booked).toBeGreaterThan(0);
  });

  it("a room is closed on a weekday without hours", async () => {
    const open = weekdayOf(dayIn(54));
    const hours = [{ weekday: open, opensAt: "00:00", closesAt: "23:59" }];
    const small = { pointId, name: "小间", seats: 2, hours };
    const { roomId: own } = await createRoom(county.as("admin"), small);
    const dispute = await bookable(county);
    const at = (days: number) => ({ startsAt: inDays(days, "23:00"), minutes: 30, roomId: own });
    expect(await refusedWith(booked(county, dispute, at(55)))).toBe("roomClosedThatDay");
    expect((await booked(county, dispute, at(54))).sessionId).toBeTruthy();
  });

  it("the board of a day shows what is taken on that day alone, and which hours a room is open", async () => {
    const { sessionId } = await book(inDays(42, "22:00"), 60);
    const [mine] = await database().execute<{ id: string }>(
      sql`select resource_id as id from slots where session_id = ${sessionId}::uuid and resource = 'person' limit 1`,
    );
    const taken = async (day: string) =>
      (await dayBoard(county.as("mediator"), { day, personIds: [mine?.id ?? ""] }))
        .filter(({ id }) => id === roomId || id === mine?.id)
        .map(({ resource, opens, busy }) => [resource, opens, busy.length]);
    expect(await taken(dayIn(42))).toEqual([
      ["room", "00:00", 1],
      ["person", null, 1],
    ]);
    expect((await taken(dayIn(43))).map(([, , busy]) => busy)).toEqual([0, 0]);
  });

  it("the next free time after a full evening is the first minute of the next day", async () => {
    await book(inDays(50, "22:00"), 90);
    const boardOf = ({ day }: { day: string }) => dayBoard(county.as("mediator"), { day, personIds: [] });
    const wanted = { room: { id: roomId }, personIds: [], minutes: 60, from: inDays(50, "22:00") };
    expect((await freeHours(boardOf, wanted))[0]).toBe(inDays(51, "00:00"));
    await expect(book(inDays(50, "22:30"), 60)).rejects.toMatchObject({
      code: "roomTaken",
      params: { nextFree: inDays(51, "00:00") },
    });
  });

  it("an older session across midnight is shown on both days, and one that ends at midnight on one", async () => {
    const { sessionId } = await book(inDays(60, "21:00"), 60);
    const span = async (from: string, to: string) => {
      await writeHours(sessionId, from, to);
      return [await on(59), await on(60), await on(61)].map((ids) => ids.length);
    };
    expect(await span(inDays(60, "23:00"), inDays(61, "01:00"))).toEqual([0, 1, 1]);
    expect(await span(inDays(60, "23:00"), inDays(61, "00:00"))).toEqual([0, 1, 0]);
    expect(await span(inDays(60, "00:00"), inDays(60, "01:00"))).toEqual([0, 1, 0]);
  });

  it("a subscribed calendar tells the right instant, though the day of UTC is another one", async () => {
    const { sessionId } = await book(inDays(70, "00:30"), 60);
    const { token } = await makeRoomFeed(county.as("officer"), { roomId, label: "" });
    const params = Promise.resolve({ token: `${token}.ics` });
    const text = await (await GET(new Request("http://station.test/feeds/x.ics"), { params })).text();
    const utcDay = new Date(instantOf(dayIn(70), "00:30")).toISOString().slice(0, 10).replaceAll("-", "");
    expect(text).toContain(`DTSTART:${utcDay}T163000Z`);
    const event = eventsOf(text).find(({ uid }) => uid.startsWith(sessionId));
    expect([event?.start.toISOString(), event?.end?.toISOString()]).toEqual([inDays(70, "00:30"), inDays(70, "01:30")]);
  });
});

describe("a hold at its last moment", () => {
  const worker = (now: Date) => actAs(systemActor(county.countyId, "expireHold"), now);
  async function held(days: number) {
    const dispute = await bookable(county);
    const input = holdSessionInput.parse(await booking(county, dispute, { startsAt: inDays(days, "10:00"), roomId }));
    const { sessionId, heldUntil } = await holdSession(county.as("mediator"), input);
    const target = confirmSessionInput.parse({ disputeId: dispute.disputeId, sessionId, sessionVersion: 1 });
    return { dispute, sessionId, until: new Date(heldUntil), target };
  }

  it("applies until its exact end, and expires then", async () => {
    const { dispute, sessionId, until } = await held(80);
    const before = new Date(until.getTime() - 1);
    const due = (now: Date) => expireHold(worker(now), { ...dispute, sessionId });
    expect(await refusedWith(due(before))).toBe("stillHeld");
    await due(until);
    expect(await stateOf(county, sessionId)).toMatchObject({ status: "cancelled", taken: 0 });
  });

  it("goes to the first when it is confirmed at the moment it expires, and is never half of both", async () => {
    for (const isConfirmedFirst of [true, false]) {
      const { dispute, sessionId, until, target } = await held(isConfirmedFirst ? 81 : 82);
      const confirm = () => confirmSession(county.as("mediator", { now: until }), target);
      const expire = () => expireHold(worker(until), { ...dispute, sessionId });
      const [first, second] = isConfirmedFirst ? [confirm, expire] : [expire, confirm];
      await first();
      expect(await refusedWith(second())).toBe(isConfirmedFirst ? "notHeld" : "sessionNotBooked");
      const state = await stateOf(county, sessionId);
      expect(state).toMatchObject(
        isConfirmedFirst ? { status: "booked", heldUntil: null, taken: 2, held: 0 } : { status: "cancelled", taken: 0 },
      );
      expect((await sessionsOf(county, dispute)).proceeding?.status).toBe(isConfirmedFirst ? "scheduled" : "convening");
    }
  });
});
