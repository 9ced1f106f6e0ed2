import { beforeAll, describe, expect, it } from "vitest";
import { markAbsenceInput } from "../../availability/inputs";
import { markAbsence } from "../../availability/mark-absence";
import { weekdayOf } from "../../kernel/shanghai";
import { calendar } from "../../sessions/reads/calendar";
import { joined } from "../../testing/convening";
import { type TestCounty, testCounty } from "../../testing/county";
import { refusedWith } from "../../testing/refused";
import { bookable, booked, dayIn, inDays, roomOne, roomTwo } from "../../testing/sessions";
import { planTownHallInput } from "../../town-halls/inputs";
import { planTownHall } from "../../town-halls/plan-town-hall";
import { townHallList } from "../../town-halls/queries";
import { moveCheck } from "./move-check";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const week = (days: number) => ({ from: dayIn(days), to: dayIn(days + 6) });
const at = (instant: string | undefined) => new Date(instant ?? 0).toISOString();

async function scene(days: number) {
  const dispute = await bookable(county, { title: "锦绣里楼上漏水" });
  await joined(county, dispute, "judge");
  const judge = county.people.judge ?? "";
  const { sessionId } = await booked(county, dispute, { startsAt: inDays(days), personIds: [judge] });
  const other = await bookable(county, { title: "老街噪音" });
  await booked(county, other, { startsAt: inDays(days + 1, "09:00"), roomId: county.rooms[roomTwo] });
  await markAbsence(
    county.as("judge"),
    markAbsenceInput.parse({ kind: "court", from: inDays(days + 2, "09:00"), to: inDays(days + 2, "11:00") }),
  );
  return { dispute, sessionId };
}

describe("what conflicts with a move", () => {
  it("is listed by room and person, without the booking itself and without any dispute", async () => {
    const { dispute, sessionId } = await scene(30);
    const input = { bookingId: sessionId, disputeId: dispute.disputeId, ...week(29) };
    const check = await moveCheck(county.as("mediator"), input);
    expect([at(check.startsAt), check.roomId, check.parties]).toEqual([inDays(30), county.rooms[roomOne], 2]);
    const room = (id: string | undefined) => check.rooms.find((one) => one.id === id);
    expect(room(county.rooms[roomOne])).toMatchObject({
      taken: [],
      hours: expect.arrayContaining([expect.anything()]),
    });
    expect(room(county.rooms[roomTwo])?.taken.map(({ from }) => at(from))).toEqual([inDays(31, "09:00")]);
    expect(check.people.map(({ name }) => name).sort()).toEqual(["周文博", "沈静"].sort());
    const judge = check.people.find(({ name }) => name === "周文博");
    expect(judge?.taken).toEqual([]);
    expect(judge?.away.map(({ from }) => at(from))).toEqual([inDays(32, "09:00")]);
    expect(check.people.find(({ name }) => name === "沈静")?.taken.map(({ from }) => at(from))).toEqual([
      inDays(31, "09:00"),
    ]);
    expect(JSON.stringify(check)).not.toMatch(/漏水|噪音|court/);
  });

  it("is shown only to those who may move it", async () => {
    const { dispute, sessionId } = await scene(50);
    const input = { bookingId: sessionId, disputeId: dispute.disputeId, ...week(49) };
    for (const username of ["mediator3", "head2"])
      expect(await refusedWith(moveCheck(county.as(username), input)), username).toBe("notFound");
    for (const username of ["head", "officer"])
      expect(await refusedWith(moveCheck(county.as(username), input)), username).toBe("forbidden");
    const foreign = await bookable(county);
    expect(await refusedWith(moveCheck(county.as("mediator"), { ...input, disputeId: foreign.disputeId }))).toBe(
      "notFound",
    );
    const { disputeId: _disputeId, ...alone } = input;
    expect(await refusedWith(moveCheck(county.as("mediator"), alone))).toBe("notFound");
  });
});

describe("the calendar", () => {
  it("shows bookings of colleagues and helpers as far as the reader may know them, and the rest only as busy", async () => {
    const { sessionId } = await scene(70);
    const view = await calendar(county.as("mediator"), { ...week(69), people: true });
    const judge = view.people.find(({ name }) => name === "周文博");
    expect(view.people[0]?.name).toBe("沈静");
    const his = view.blocks.filter(({ personIds }) => personIds.includes(judge?.id ?? ""));
    expect(his.map(({ session, absence, room }) => [session?.title ?? null, absence, room !== ""])).toEqual([
      ["锦绣里楼上漏水", null, true],
      [null, null, false],
    ]);
    expect(his[0]).toMatchObject({ id: sessionId, session: { canMove: true, version: 1 } });
    const elsewhere = await calendar(county.as("mediator3"), { ...week(69), people: true });
    expect(JSON.stringify(elsewhere)).not.toMatch(/漏水|周文博/);
    const head = await calendar(county.as("head"), { ...week(69), people: true });
    expect(head.blocks.find(({ id }) => id === sessionId)?.session).toMatchObject({ canMove: false });
  });

  it("shows the kind of a leave to its owner alone", async () => {
    await markAbsence(
      county.as("mediator2"),
      markAbsenceInput.parse({ kind: "leave", from: inDays(90, "00:00"), to: inDays(92, "00:00"), note: "回老家" }),
    );
    const kinds = async (username: string) =>
      (await calendar(county.as(username), { ...week(89), people: true })).blocks.map(({ absence }) => absence);
    expect(await kinds("mediator2")).toEqual(["leave"]);
    expect(await kinds("mediator")).toEqual([null]);
    expect(JSON.stringify(await calendar(county.as("mediator"), { ...week(89), people: true }))).not.toContain(
      "回老家",
    );
  });

  it("shows town halls to the station, movable by those who plan them", async () => {
    const input = { title: "柳湾夜话", roomId: county.rooms[roomOne], chairId: county.people.mediator2, minutes: 60 };
    const days = { weekday: weekdayOf(dayIn(100)), time: "18:00", fromDay: dayIn(100), untilDay: dayIn(100) };
    await planTownHall(county.as("officer"), planTownHallInput.parse({ ...input, ...days }));
    const hall = async (username: string) =>
      (await calendar(county.as(username), { ...week(99), people: false })).blocks.find(({ meeting }) => meeting);
    expect((await hall("officer"))?.meeting).toEqual({ title: "柳湾夜话", canMove: true });
    expect((await hall("committee"))?.meeting).toEqual({ title: "柳湾夜话", canMove: false });
    expect(await hall("mediator3")).toBeUndefined();
    const [series] = await townHallList(county.as("officer"));
    const check = await moveCheck(county.as("officer"), { bookingId: series?.meetings[0]?.id ?? "", ...week(99) });
    expect(check.people.map(({ name }) => name)).toEqual(["令狐晓峰"]);
    expect(check.parties).toBe(0);
  });

  it("gives the holidays and make-up days among the days asked for", async () => {
    const { days } = await calendar(county.as("mediator"), { from: "2026-10-01", to: "2026-10-12", people: false });
    expect(days.filter(({ isHoliday }) => isHoliday).map(({ day }) => day.slice(8))).toEqual([
      "01",
      "02",
      "03",
      "04",
      "05",
      "06",
      "07",
    ]);
    expect(days.filter(({ isMakeUp }) => isMakeUp).map(({ day }) => day.slice(8))).toEqual(["10"]);
  });
});
