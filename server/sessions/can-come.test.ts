import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { beginNow } from "../desk/begin-now";
import { beginNowInput } from "../desk/inputs";
import { setLeadInput } from "../handovers/inputs";
import { setLead } from "../handovers/set-lead";
import { newId } from "../kernel/ids";
import { weekdayOf } from "../kernel/shanghai";
import { joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import {
  bookable,
  booked,
  booking,
  dayIn,
  inDays,
  lastEventOf,
  roomOne,
  sessionsOf,
  stateOf,
  writeHours,
} from "../testing/sessions";
import { moveMeetingInput, planTownHallInput } from "../town-halls/inputs";
import { moveMeeting } from "../town-halls/move-meeting";
import { planTownHall } from "../town-halls/plan-town-hall";
import { plannedDates } from "../town-halls/queries";
import { confirmSession } from "./confirm-session";
import { holdSession } from "./hold-session";
import { confirmSessionInput, holdSessionInput, moveSessionInput, swapPersonInput } from "./inputs";
import { moveSession } from "./move-session";
import { ownList } from "./reads/own-sessions";
import { swapPerson } from "./swap-person";

const despite = "他在电话里说会来";

let county: TestCounty;
let next = 20;
beforeAll(async () => {
  county = await testCounty();
});
const nextDay = () => {
  next += 1;
  return next;
};
const id = (username: string) => county.people[username] ?? "";

/** On leave from 13:00 to 18:00 of that day. */
const onLeave = (username: string, day: number) =>
  database().execute(sql`insert into absences (county_id, id, person_id, during, kind, recorded_at)
    values (${county.countyId}::uuid, ${newId(new Date())}::uuid, ${id(username)}::uuid,
      tstzrange(${inDays(day, "13:00")}::timestamptz, ${inDays(day, "18:00")}::timestamptz), 'leave', now())`);
/** Tells a usual week: every day 09:00 to 18:00, in this mood. */
const week = (username: string, mood: "free" | "reluctant") =>
  database().execute(sql`insert into weekly_hours (county_id, person_id, weekday, from_time, until_time, mood)
    select ${county.countyId}::uuid, ${id(username)}::uuid, d, '09:00', '18:00', ${mood}::availability_mood from generate_series(1, 7) d`);
const seatsOf = async (dispute: { disputeId: string }) =>
  Object.fromEntries(
    ((await sessionsOf(county, dispute)).sessions[0]?.people ?? [])
      .filter((one) => one.personId)
      .map((one) => [one.name, one.despite]),
  );
const held = async (dispute: { disputeId: string }, day: number, over = {}) =>
  holdSession(
    county.as("mediator"),
    holdSessionInput.parse({ ...(await booking(county, dispute)), startsAt: inDays(day), ...over }),
  );

describe("an hour at which somebody cannot come", () => {
  it("is refused when it is booked, by name, with the next free start; a reason lets them come, and they are told", async () => {
    const [day, dispute] = [nextDay(), await bookable(county)];
    await joined(county, dispute, "judge");
    await onLeave("judge", day);
    const wish = { startsAt: inDays(day), personIds: [id("judge")] };
    await expect(booked(county, dispute, wish)).rejects.toMatchObject({
      code: "personAway",
      params: { name: "周文博", from: inDays(day), nextFree: inDays(day, "18:00") },
    });
    const { sessionId } = await booked(county, dispute, { ...wish, despite });
    expect(await seatsOf(dispute)).toEqual({ 沈静: "", 周文博: despite });
    expect(await lastEventOf(county, dispute.disputeId)).toMatchObject({
      action: "session.book",
      payload: { sessionId, despite, overruled: [id("judge")] },
    });
    const own = (await ownList(county.as("judge"))).ahead.find((one) => one.id === sessionId);
    expect(own?.about?.despite).toBe(despite);
  });

  it("is one of an imported calendar, one outside the week they told, and one without time for the way", async () => {
    const [day, dispute] = [nextDay(), await bookable(county)];
    await joined(county, dispute, "lawyer");
    const personIds = [id("lawyer")];
    const calendar = newId(new Date());
    await database().execute(sql`insert into imported_calendars (county_id, id, person_id, address, added_at, read_at)
      values (${county.countyId}::uuid, ${calendar}::uuid, ${id("lawyer")}::uuid, 'https://calendar.example/l.ics', now(), now())`);
    await database().execute(sql`insert into imported_busy (county_id, id, calendar_id, person_id, during)
      values (${county.countyId}::uuid, ${newId(new Date())}::uuid, ${calendar}::uuid, ${id("lawyer")}::uuid,
        tstzrange(${inDays(day, "15:00")}::timestamptz, ${inDays(day, "15:30")}::timestamptz))`);
    expect(await refusedWith(booked(county, dispute, { startsAt: inDays(day), personIds }))).toBe("personAway");
    await week("lawyer", "free");
    expect(await refusedWith(booked(county, dispute, { startsAt: inDays(day, "17:00"), personIds }))).toBe(
      "personAway",
    );

    const [elsewhere] = await database().execute<{ id: string }>(sql`
      select r.id from rooms r join rooms one on one.id = ${county.rooms[roomOne] ?? ""}::uuid and one.point_id <> r.point_id
        join contact_points p on p.id = r.point_id join contact_points o on o.id = one.point_id and o.station_id = p.station_id
      where r.county_id = ${county.countyId}::uuid and exists (select from room_hours h where h.room_id = r.id
        and h.weekday = ${weekdayOf(dayIn(day))} and h.opens_at <= '10:00' and h.closes_at >= '11:00') limit 1`);
    const other = await bookable(county);
    await booked(county, other, { startsAt: inDays(day, "10:00"), minutes: 60, roomId: elsewhere?.id ?? "" });
    const close = { startsAt: inDays(day, "11:00"), minutes: 60 };
    await expect(booked(county, dispute, close)).rejects.toMatchObject({
      code: "personTooFar",
      params: { name: "沈静", nextFree: inDays(day, "11:30") },
    });
    await booked(county, dispute, { ...close, despite });
  });

  it("is refused when a session moves there or a seat is swapped, and what was said of another hour is gone", async () => {
    const [day, dispute] = [nextDay(), await bookable(county)];
    const { sessionId } = await booked(county, dispute, {
      startsAt: inDays(day, "09:00"),
      personIds: [id("committee")],
    });
    await onLeave("mediator", day);
    const move = (over: object, version = 1) =>
      moveSession(
        county.as("mediator"),
        moveSessionInput.parse({
          disputeId: dispute.disputeId,
          sessionId,
          sessionVersion: version,
          startsAt: inDays(day),
          minutes: 90,
          roomId: county.rooms[roomOne],
          ...over,
        }),
      );
    await expect(move({})).rejects.toMatchObject({ code: "personAway", params: { name: "沈静" } });
    // The database refuses the same, whoever moves it.
    const moved = writeHours(sessionId, inDays(day), inDays(day, "16:00"));
    await expect(moved).rejects.toMatchObject({ cause: { constraint_name: "session_people_can_come" } });
    await move({ despite });
    expect(await seatsOf(dispute)).toMatchObject({ 沈静: despite });
    expect((await lastEventOf(county, dispute.disputeId)).payload).toMatchObject({
      despite,
      overruled: [id("mediator")],
    });

    await onLeave("mediator2", day);
    const swap = (over: object) =>
      swapPerson(
        county.as("mediator"),
        swapPersonInput.parse({
          disputeId: dispute.disputeId,
          sessionId,
          sessionVersion: 2,
          outPersonId: id("committee"),
          inPersonId: id("mediator2"),
          ...over,
        }),
      );
    await expect(swap({})).rejects.toMatchObject({ code: "personAway", params: { name: "令狐晓峰", nextFree: "" } });
    await swap({ despite });
    expect(await seatsOf(dispute)).toEqual({ 沈静: despite, 令狐晓峰: despite });
    const { sessions } = await sessionsOf(county, dispute);
    await move({ startsAt: inDays(day, "09:00") }, sessions[0]?.version);
    expect(await seatsOf(dispute)).toEqual({ 沈静: "", 令狐晓峰: "" });
  });

  it("is refused when it is held, or confirmed after somebody went on leave", async () => {
    const [day, dispute] = [nextDay(), await bookable(county)];
    const { sessionId } = await held(dispute, day);
    await onLeave("mediator", day);
    expect(await refusedWith(held(await bookable(county), day, { startsAt: inDays(day, "16:30") }))).toBe("personAway");
    const confirm = (over: object) =>
      confirmSession(
        county.as("mediator"),
        confirmSessionInput.parse({ disputeId: dispute.disputeId, sessionId, sessionVersion: 1, ...over }),
      );
    expect(await refusedWith(confirm({}))).toBe("personAway");
    expect(await stateOf(county, sessionId)).toMatchObject({ heldUntil: expect.anything(), version: 1 });
    await confirm({ despite });
    expect(await seatsOf(dispute)).toEqual({ 沈静: despite });
  });

  it("stands at the seat of a new lead who comes all the same", async () => {
    const [day, dispute] = [nextDay(), await bookable(county)];
    await booked(county, dispute, { startsAt: inDays(day) });
    await onLeave("mediator2", day);
    const input = {
      disputeId: dispute.disputeId,
      leadSeen: id("mediator"),
      leadPersonId: id("mediator2"),
      reason: "他主动要求接手",
      whereNotFree: "comeAnyway",
    };
    await setLead(county.as("committee"), setLeadInput.parse(input));
    expect((await lastEventOf(county, dispute.disputeId)).payload).toMatchObject({
      despite: input.reason,
      overruled: [id("mediator2")],
    });
    const [seat] = await database().execute<{ despite: string }>(sql`select sp.despite from session_people sp
      where sp.dispute_id = ${dispute.disputeId}::uuid and sp.person_id = ${id("mediator2")}::uuid`);
    expect(seat?.despite).toBe(input.reason);
  });

  it("refuses nobody who is there already", async () => {
    const dispute = await bookable(county);
    await database().execute(sql`insert into absences (county_id, id, person_id, during, kind, recorded_at)
      values (${county.countyId}::uuid, ${newId(new Date())}::uuid, ${id("officer")}::uuid,
        tstzrange(now() - interval '1 day', now() + interval '1 day'), 'leave', now())`);
    const { partyIds } = await booking(county, dispute);
    const begin = { disputeId: dispute.disputeId, minutes: 30, place: "医院", personIds: [id("officer")], partyIds };
    await beginNow(county.as("mediator"), beginNowInput.parse(begin));
    expect((await sessionsOf(county, dispute)).sessions).toHaveLength(1);
  });
});

describe("an hour of which it is not certain", () => {
  it("refuses nobody, and the answer says who comes only if need be and of whom nobody knows", async () => {
    const [day, dispute] = [nextDay(), await bookable(county)];
    await joined(county, dispute, "cadre");
    await week("cadre", "reluctant");
    const { uncertain } = await booked(county, dispute, { startsAt: inDays(day), personIds: [id("cadre")] });
    expect(uncertain.map(({ state }) => state).sort()).toEqual(["ifNeedBe", "unknown"]);
    expect(uncertain.find(({ state }) => state === "unknown")?.name).toBe("沈静");
  });
});

describe("a town hall", () => {
  it("leaves out a date at which its chair cannot come, and is not moved to one without a reason", async () => {
    const day = nextDay();
    const days = [day, day + 7];
    for (const one of days)
      await database().execute(
        sql`insert into day_overrides (county_id, day, is_workday) values (${county.countyId}::uuid, ${dayIn(one)}::date, true)`,
      );
    await onLeave("head", day);
    const wish = {
      title: "柳湾夜话",
      roomId: county.rooms[roomOne],
      chairId: id("head"),
      weekday: weekdayOf(dayIn(day)),
      time: "17:00",
      minutes: 60,
      fromDay: dayIn(day),
      untilDay: dayIn(day + 7),
    };
    const input = planTownHallInput.parse(wish);
    const { title: _, ...series } = input;
    const planned = await plannedDates(county.as("mediator"), series);
    const { booked: count, leftOut } = await planTownHall(county.as("mediator"), input);
    expect([count, leftOut]).toEqual([1, [{ day: dayIn(day), why: "personAway", name: expect.anything() }]]);
    expect(planned.map((one) => one.leftOut?.why ?? null)).toEqual(["personAway", null]);
    const [meeting] = await database().execute<{ id: string; startsAt: string }>(
      sql`select id, starts_at as "startsAt" from town_hall_meetings where county_id = ${county.countyId}::uuid`,
    );
    const move = (reason: string) =>
      moveMeeting(
        county.as("mediator"),
        moveMeetingInput.parse({
          meetingId: meeting?.id,
          startsAtSeen: new Date(meeting?.startsAt ?? 0).toISOString(),
          roomIdSeen: county.rooms[roomOne],
          startsAt: inDays(day, "17:00"),
          minutes: 60,
          roomId: county.rooms[roomOne],
          despite: reason,
        }),
      );
    expect(await refusedWith(move(""))).toBe("personAway");
    await move(despite);
  });
});
