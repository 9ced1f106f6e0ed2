import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { weekdayOf } from "../kernel/shanghai";
import { disablePerson } from "../people/disable-person";
import { enablePerson } from "../people/enable-person";
import { disablePlace } from "../places/disable-place";
import { enablePlace } from "../places/enable-place";
import { bookSession } from "../sessions/book-session";
import { type TestCounty, testCounty } from "../testing/county";
import { noHolidays } from "../testing/no-holidays";
import { refusedWith } from "../testing/refused";
import { bookable, booked, booking, dayIn, inDays, roomOne, roomTwo } from "../testing/sessions";
import { cancelMeeting } from "./cancel-meeting";
import { cancelTownHall } from "./cancel-town-hall";
import { closeMeeting } from "./close-meeting";
import { closeMeetingInput, moveMeetingInput, type PlanTownHallInput, planTownHallInput } from "./inputs";
import { moveMeeting } from "./move-meeting";
import { planTownHall } from "./plan-town-hall";
import { plannedDates, townHallList } from "./queries";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const inWeeks = (weeks: number, days = 0) => dayIn(7 * weeks + days);
/** A series of `weeks` meetings on today's weekday, the first in `from` weeks, one hour each at 18:00. */
const series = (from: number, weeks: number, over: Partial<PlanTownHallInput> = {}): PlanTownHallInput =>
  planTownHallInput.parse({
    title: "柳湾夜话",
    roomId: county.rooms[roomOne],
    chairId: county.people.mediator2,
    weekday: weekdayOf(inWeeks(from)),
    time: "18:00",
    minutes: 60,
    fromDay: inWeeks(from),
    untilDay: inWeeks(from + weeks - 1),
    ...over,
  });
beforeAll(() => noHolidays(county));

const plan = (input: PlanTownHallInput, username = "mediator") => planTownHall(county.as(username), input);
const card = async (townHallId: string) =>
  (await townHallList(county.as("mediator"))).find(({ id }) => id === townHallId);
const meetingsOf = async (townHallId: string) => (await card(townHallId))?.meetings ?? [];
const slotsOf = async (townHallId: string) =>
  (
    await database().execute<{ n: number }>(sql`
      select count(*)::int as n from slots s join town_hall_meetings m on m.id = s.meeting_id where m.town_hall_id = ${townHallId}::uuid`)
  )[0]?.n;
const eventsOf = (townHallId: string) =>
  database().execute<{ action: string; payload: string }>(sql`
    select action, payload from events where county_id = ${county.countyId}::uuid and payload like ${`%${townHallId}%`} order by seq`);

describe("a weekly town hall", () => {
  it("books room and chair of each meeting and appears in their calendars", async () => {
    const { townHallId, booked, leftOut } = await plan(series(3, 4));
    expect([booked, leftOut]).toEqual([4, []]);
    expect((await meetingsOf(townHallId)).map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual(
      [21, 28, 35, 42].map((days) => inDays(days, "18:00")),
    );
    expect(await slotsOf(townHallId)).toBe(8);
    const [entries] = await database().execute<{ n: number }>(sql`
      select count(*)::int as n from calendar_entries where is_meeting and status = 'confirmed'
        and booking_id in (select id from town_hall_meetings where town_hall_id = ${townHallId}::uuid)`);
    expect(entries?.n).toBe(8);
    const [event] = await eventsOf(townHallId);
    expect(event?.action).toBe("townHall.plan");
    expect(JSON.parse(event?.payload ?? "{}")).toMatchObject({ townHallId, booked: 4, leftOut: 0 });
    expect(event?.payload).not.toContain("柳湾夜话");
  });

  it("skips holidays, leaves taken dates out and names them, as its preview showed", async () => {
    await database().execute(
      sql`insert into day_overrides (county_id, day, is_workday, changed_by, changed_at)
        values (${county.countyId}::uuid, ${inWeeks(10)}::date, false, ${county.people.county}::uuid, now())`,
    );
    await booked(county, await bookable(county), { startsAt: inDays(77, "18:30"), minutes: 60 });
    const input = series(9, 4);
    const expected = [
      { day: inWeeks(10), why: "holiday", name: "" },
      { day: inWeeks(11), why: "roomTaken", name: "驻所调解室一" },
    ];
    const { title: _title, ...dates } = input;
    const shown = await plannedDates(county.as("mediator"), dates);
    expect(shown.filter(({ leftOut }) => leftOut).map(({ day, leftOut }) => ({ day, ...leftOut }))).toEqual(expected);
    const { townHallId, booked: n, leftOut } = await plan(input);
    expect([n, leftOut]).toEqual([2, expected]);
    expect((await meetingsOf(townHallId)).length).toBe(2);
    expect(await slotsOf(townHallId)).toBe(4);
  });

  it("names the chair when it is the chair who is taken, and refuses when no date is left", async () => {
    await plan(series(15, 2));
    const other = series(15, 2, { roomId: county.rooms[roomTwo], title: "别屋" });
    expect(await refusedWith(plan(other))).toBe("noMeetingBooked");
    expect((await townHallList(county.as("mediator"))).some(({ title }) => title === "别屋")).toBe(false);
    const { leftOut } = await plan(series(15, 3, { roomId: county.rooms[roomTwo] }));
    expect(leftOut).toMatchObject([
      { why: "personTaken", name: "令狐晓峰" },
      { why: "personTaken", name: "令狐晓峰" },
    ]);
  });

  it("needs the room's opening hours, days ahead within a year, and a chair from the staff", async () => {
    expect(await refusedWith(plan(series(20, 2, { time: "05:00" })))).toBe("roomClosed");
    expect(await refusedWith(plan(series(-2, 2)))).toBe("townHallInPast");
    expect(await refusedWith(plan(series(1, 2, { untilDay: inWeeks(80) })))).toBe("townHallTooLong");
    for (const username of ["lawyer", "mediator3"])
      expect(await refusedWith(plan(series(1, 2, { chairId: county.people[username] ?? "" })))).toBe(
        "chairFromElsewhere",
      );
    expect(planTownHallInput.safeParse({ ...series(2, 2), untilDay: inWeeks(1) }).success).toBe(false);
    for (const username of ["committee", "lawyer", "grid", "admin"])
      expect(await refusedWith(plan(series(20, 2), username))).toBe("forbidden");
  });

  it("is planned once by the same key", async () => {
    const context = county.as("officer");
    const input = series(24, 2, { chairId: county.people.officer });
    expect(await planTownHall(context, input)).toEqual(await planTownHall(context, input));
  });
});

describe("one meeting", () => {
  const first = async (from: number) => {
    const { townHallId } = await plan(series(from, 2));
    const [meeting] = await meetingsOf(townHallId);
    if (!meeting) throw new Error("no meeting");
    return { townHallId, meeting };
  };
  const moved = (meeting: { id: string; startsAt: string; roomId: string }, startsAt: string, over: object = {}) =>
    moveMeetingInput.parse({
      meetingId: meeting.id,
      startsAtSeen: new Date(meeting.startsAt).toISOString(),
      roomIdSeen: meeting.roomId,
      startsAt,
      minutes: 60,
      roomId: county.rooms[roomTwo],
      ...over,
    });

  it("moves alone, frees its old hour, and refuses the slower of two people who move it", async () => {
    const { townHallId, meeting } = await first(30);
    await moveMeeting(county.as("mediator"), moved(meeting, inDays(170, "10:00")));
    const [again, other] = await meetingsOf(townHallId);
    expect(new Date(again?.startsAt ?? 0).toISOString()).toBe(inDays(170, "10:00"));
    expect(again?.room).toBe("驻所调解室二");
    expect(new Date(other?.startsAt ?? 0).toISOString()).toBe(inDays(217, "18:00"));
    expect(await refusedWith(moveMeeting(county.as("officer"), moved(meeting, inDays(171, "10:00"))))).toBe(
      "changedMeanwhile",
    );
    const events = await eventsOf(townHallId);
    expect(events.map(({ action }) => action)).toEqual(["townHall.plan", "townHall.move"]);
    expect(JSON.parse(events[1]?.payload ?? "{}")).toMatchObject({ meetingId: meeting.id, room: "驻所调解室二" });
  });

  it("stays where it was when the new hour is taken", async () => {
    const { townHallId, meeting } = await first(34);
    const day = 120;
    await booked(county, await bookable(county), { startsAt: inDays(day, "10:00"), roomId: county.rooms[roomTwo] });
    expect(await refusedWith(moveMeeting(county.as("mediator"), moved(meeting, inDays(day, "10:30"))))).toBe(
      "roomTaken",
    );
    expect((await meetingsOf(townHallId))[0]?.startsAt).toBe(meeting.startsAt);
    expect(await slotsOf(townHallId)).toBe(4);
  });

  it("is cancelled alone or with all that remain, and frees its time", async () => {
    const { townHallId, meeting } = await first(38);
    await cancelMeeting(county.as("head"), { meetingId: meeting.id });
    expect((await meetingsOf(townHallId)).map(({ status }) => status)).toEqual(["cancelled", "booked"]);
    expect(await slotsOf(townHallId)).toBe(2);
    expect(await refusedWith(cancelMeeting(county.as("head"), { meetingId: meeting.id }))).toBe("meetingNotBooked");
    expect(await refusedWith(moveMeeting(county.as("head"), moved(meeting, inDays(99))))).toBe("meetingNotBooked");
    expect(await cancelTownHall(county.as("head"), { townHallId })).toEqual({ townHallId, cancelled: 1 });
    expect(await slotsOf(townHallId)).toBe(0);
    expect(await refusedWith(cancelTownHall(county.as("head"), { townHallId }))).toBe("alreadyClosed");
    expect((await eventsOf(townHallId)).map(({ action }) => action)).toEqual([
      "townHall.plan",
      "townHall.cancel",
      "townHall.cancel",
    ]);
  });

  it("is recorded in a few lines once it has begun", async () => {
    const { townHallId, meeting } = await first(44);
    const close = (now?: Date) =>
      closeMeeting(
        county.as("mediator", now ? { now } : {}),
        closeMeetingInput.parse({ meetingId: meeting.id, summary: "三户说夜里广场舞太响，约好九点散。" }),
      );
    expect(await refusedWith(close())).toBe("meetingNotBegun");
    await close(new Date(meeting.endsAt));
    expect((await meetingsOf(townHallId))[0]).toMatchObject({
      status: "held",
      summary: expect.stringContaining("九点"),
    });
    expect((await eventsOf(townHallId)).at(-1)?.payload).not.toContain("广场舞");
  });

  it("is not found by another station", async () => {
    const { townHallId, meeting } = await first(48);
    expect(await refusedWith(cancelMeeting(county.as("mediator3"), { meetingId: meeting.id }))).toBe("notFound");
    expect(await refusedWith(cancelTownHall(county.as("head2"), { townHallId }))).toBe("notFound");
    expect(await townHallList(county.as("mediator3"))).toEqual([]);
  });
});

describe("an hour that a town hall and sessions want at once", () => {
  it("goes to exactly one of them, and the others are told what is taken", async () => {
    const inputs = [];
    for (let i = 0; i < 8; i += 1)
      inputs.push(await booking(county, await bookable(county), { startsAt: inDays(7 * 8, "18:00"), minutes: 60 }));
    const halls = Array.from({ length: 8 }, (_, i) => series(8, 1, { title: `夜话 ${i}` }));
    const answers = await Promise.allSettled([
      ...inputs.map((input) => bookSession(county.as("mediator"), input)),
      ...halls.map((input) => plan(input)),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const codes = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code as string] : []));
    expect(new Set(codes).size).toBeGreaterThan(0);
    for (const code of codes) expect(["roomTaken", "personTaken", "noMeetingBooked"]).toContain(code);
  }, 60_000);

  it("never deadlocks two series that want each other's rooms and chairs", async () => {
    const both = (roomId: string | undefined, chairId: string | undefined, title: string) =>
      series(12, 4, { roomId, chairId, title, time: "16:00" });
    const one = [county.rooms[roomOne], county.people.mediator2] as const;
    const two = [county.rooms[roomTwo], county.people.officer2] as const;
    const answers = await Promise.allSettled(
      Array.from({ length: 12 }, (_, i) => plan(both(i % 2 ? one[0] : two[0], i % 3 ? one[1] : two[1], `互换 ${i}`))),
    );
    const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code as string] : []));
    expect(new Set(refused)).toEqual(new Set(["noMeetingBooked"]));
    const [twice] = await database().execute<{ n: number }>(sql`
      select count(*)::int as n from slots a join slots b on a.county_id = b.county_id and a.resource_id = b.resource_id
        and a.id < b.id and a.during && b.during where a.county_id = ${county.countyId}::uuid`);
    expect(twice?.n).toBe(0);
  }, 60_000);
});

describe("a closed room and a chair who leaves", () => {
  it("a room is never closed while a town hall is booked there, even if both happen at once", async () => {
    const { townHallId } = await plan(series(40, 1, { roomId: county.rooms[roomTwo] }));
    const close = () =>
      disablePlace(county.as("admin"), { kind: "room", id: county.rooms[roomTwo] ?? "", reason: "要重修" });
    await expect(close()).rejects.toMatchObject({ code: "roomBooked" });
    await cancelTownHall(county.as("mediator"), { townHallId });
    for (let round = 0; round < 8; round += 1) {
      const [planned, closed] = await Promise.allSettled([
        plan(series(40, 2, { roomId: county.rooms[roomTwo] })),
        close(),
      ]);
      expect([planned.status, closed.status].filter((status) => status === "fulfilled")).toHaveLength(1);
      if (planned.status === "rejected") expect(await refusedWith(Promise.reject(planned.reason))).toBe("roomUnknown");
      if (closed.status === "rejected") expect(closed.reason).toMatchObject({ code: "roomBooked" });
      if (planned.status === "fulfilled") await cancelTownHall(county.as("mediator"), planned.value);
      else await enablePlace(county.as("admin"), { kind: "room", id: county.rooms[roomTwo] ?? "" });
    }
  });

  it("nobody leaves office while they chair one, even if both happen at once", async () => {
    const personId = county.people.head ?? "";
    for (let round = 0; round < 8; round += 1) {
      const [planned, left] = await Promise.allSettled([
        plan(series(46, 1, { chairId: personId })),
        disablePerson(county.as("admin"), { personId, reason: "调走" }),
      ]);
      expect([planned.status, left.status].filter((status) => status === "fulfilled")).toHaveLength(1);
      if (planned.status === "rejected")
        expect(await refusedWith(Promise.reject(planned.reason))).toBe("chairFromElsewhere");
      if (left.status === "rejected") expect(left.reason).toMatchObject({ code: "stillExpected" });
      if (planned.status === "fulfilled") await cancelTownHall(county.as("mediator"), planned.value);
      else await enablePerson(county.as("admin"), { personId });
    }
  });
});
