import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { reportClueInput } from "../calls/inputs";
import { reportClue } from "../calls/report-clue";
import { askQuestion } from "../consultations/ask-question";
import { askQuestionInput } from "../consultations/inputs";
import { archiveProceeding } from "../disputes/archive-proceeding";
import { correctDispute } from "../disputes/correct-dispute";
import { endProceeding } from "../disputes/end-proceeding";
import { correctDisputeInput, endProceedingInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { weekdayOf } from "../kernel/shanghai";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { lastCountyEvent } from "../testing/events";
import { noHolidays } from "../testing/no-holidays";
import { refusedWith } from "../testing/refused";
import { bookable, booked, dayIn, inDays } from "../testing/sessions";
import { planTownHallInput } from "../town-halls/inputs";
import { planTownHall } from "../town-halls/plan-town-hall";
import { createPoint } from "./create-point";
import { createRoom } from "./create-room";
import { disablePlace } from "./disable-place";
import { enablePlace } from "./enable-place";
import type { MergePlaceInput } from "./inputs";
import { mergePlace } from "./merge-place";
import { placeTree, placeWork } from "./reads/places";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
  await noHolidays(county);
});
const admin = (key?: string) => county.as("admin", key ? { key } : {});
const reason = "村部合并";
const allDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: "08:00", closesAt: "21:00" }));
const kindOf = { stationId: "", kind: "lookout", address: "", phone: "" } as const;

const point = async (name: string, station = "LW") =>
  (await createPoint(admin(), { ...kindOf, stationId: county.stations[station] ?? "", name })).pointId;
const room = async (pointId: string, name: string, hours = allDay) =>
  (await createRoom(admin(), { pointId, name, seats: 8, hours })).roomId;
const merge = (input: Omit<MergePlaceInput, "reason" | "rooms"> & Partial<MergePlaceInput>, key?: string) =>
  mergePlace(admin(key), { rooms: [], reason, ...input });
const tree = async () => (await placeTree(admin())).stations.flatMap((station) => station.points);
const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) => database().execute<T>(query);
const eventsOf = (disputeId: string, action: string) =>
  rows<{ payload: string }>(
    sql`select payload from events where dispute_id = ${disputeId}::uuid and action = ${action} order by seq`,
  );
const sessionOf = async (sessionId: string) =>
  (await rows<{ roomId: string }>(sql`select room_id as "roomId" from sessions where id = ${sessionId}::uuid`))[0];
const refusedByDatabase = (query: ReturnType<typeof sql>, constraint: string) =>
  expect(database().execute(query)).rejects.toMatchObject({ cause: { constraint_name: constraint } });

/** A point with a booked room, a matter, a clue, a question and a grid member, and the point that is to go on. */
async function busyPoint(name: string) {
  const [from, to] = [await point(`${name}旧点`), await point(`${name}新点`)];
  const roomId = await room(from, "调解室");
  const dispute = await bookable(county, { pointId: from });
  await rows(sql`update people set point_id = ${from}::uuid where id = ${county.people.grid}::uuid`);
  const { clueId } = await reportClue(
    county.as("grid"),
    reportClueInput.parse({ place: name, text: "两家争水", pointId: from }),
  );
  const { consultationId } = await askQuestion(
    county.as("grid"),
    askQuestionInput.parse({ question: "借条没写日期算数吗", pointId: from }),
  );
  return { from, to, roomId, dispute, clueId, consultationId };
}

describe("a contact point whose work another one takes", () => {
  it("gives matters, clues, questions, people and bookings to its successor in one act, and says before what will go", async () => {
    const { from, to, roomId, dispute, clueId, consultationId } = await busyPoint("渡口");
    const { sessionId } = await booked(county, dispute, { roomId, startsAt: inDays(6) });
    // Kept in a role beside the main one.
    await rows(sql`insert into person_roles (county_id, id, person_id, role, point_id, from_on, reason, given_by, given_at)
      values (${county.countyId}::uuid, gen_random_uuid(), ${county.people.mediator2}::uuid, 'expert', ${from}::uuid, current_date, '村里的联络员', ${county.people.admin}::uuid, now())`);
    expect(await placeWork(admin(), { pointId: from, roomId: null })).toMatchObject({
      disputes: 1,
      clues: 1,
      questions: 1,
      people: ["冯小军", "令狐晓峰"],
      rooms: [{ id: roomId, name: "调解室", bookings: 1 }],
    });
    const key = crypto.randomUUID();
    const act = () => merge({ kind: "point", id: from, successorId: to, rooms: [{ roomId, toRoomId: null }] }, key);
    expect(await act()).toEqual({ id: from });
    expect(await act()).toEqual({ id: from });
    expect((await lastCountyEvent(county.countyId)).payload).toMatchObject({
      kind: "point",
      id: from,
      successor: to,
      disputes: 1,
      clues: 1,
      questions: 1,
      sessions: 1,
      meetings: 0,
      people: [county.people.grid, county.people.mediator2],
    });
    expect(await rows(sql`select point_id from person_roles where county_id = ${county.countyId}::uuid`)).toEqual([
      { point_id: to },
    ]);
    const [at] = await rows(sql`select
      (select point_id from disputes where id = ${dispute.disputeId}::uuid) as dispute, (select point_id from clues where id = ${clueId}::uuid) as clue,
      (select point_id from consultations where id = ${consultationId}::uuid) as question, (select point_id from people where id = ${county.people.grid}::uuid) as person`);
    expect(at).toEqual({ dispute: to, clue: to, question: to, person: to });
    const points = await tree();
    expect(points.find(({ id }) => id === from)).toMatchObject({ successorId: to, rooms: [{ id: roomId }] });
    const next = points.find(({ id }) => id === to)?.rooms[0];
    expect(next).toMatchObject({ name: "调解室", seats: 8, disabledAt: null, hours: { length: 7 } });
    expect((await sessionOf(sessionId))?.roomId).toBe(next?.id);
    expect(await placeWork(admin(), { pointId: from, roomId: null })).toMatchObject({
      disputes: 0,
      people: [],
      rooms: [],
    });
    expect(await refusedWith(merge({ kind: "point", id: from, successorId: to }))).toBe("alreadyClosed");
  });

  it("tells everybody of the new room, in messages and calendars, and keeps each seat", async () => {
    const { from, to, roomId, dispute } = await busyPoint("桥东");
    const { sessionId } = await booked(county, dispute, { roomId, startsAt: inDays(7) });
    const seats = () =>
      rows(sql`select resource_id from slots where session_id = ${sessionId}::uuid and resource = 'person' order by 1`);
    const before = await seats();
    await merge({ kind: "point", id: from, successorId: to, rooms: [{ roomId, toRoomId: null }] });
    expect(before.length).toBeGreaterThan(0);
    expect(await seats()).toEqual(before);
    const [moved] = await eventsOf(dispute.disputeId, "session.move");
    expect(JSON.parse(moved?.payload ?? "{}")).toMatchObject({ sessionId, room: "调解室", startsAt: inDays(7) });
    const entries = await rows<{ status: string; isNew: boolean }>(sql`
      select status, room_id is distinct from ${roomId}::uuid as "isNew" from calendar_entries where booking_id = ${sessionId}::uuid and resource_id <> ${roomId}::uuid`);
    expect(entries.length).toBe(before.length + 1);
    expect(entries.every(({ isNew, status }) => isNew && status !== "cancelled")).toBe(true);
  });

  it("leaves what is over where it was, and the figures of its time to the old point", async () => {
    const [from, to] = [await point("老街旧点"), await point("老街新点")];
    const { disputeId } = await acceptedDispute(county, { pointId: from });
    const archived = await acceptedDispute(county, { pointId: from });
    await endProceeding(
      county.as("mediator"),
      endProceedingInput.parse({
        disputeId: archived.disputeId,
        outcome: "settledWithdrawn",
        reason: "自己谈好了",
        routesTold: [],
      }),
    );
    await archiveProceeding(county.as("mediator"), { disputeId: archived.disputeId, retention: "long" });
    const counted = async (id: string) =>
      (
        await rows<{ pointId: string; n: number }>(sql`
          select "pointId", sum(n)::int as n from app.points_in(${county.countyId}::uuid, ${county.stations.LW}::uuid, '{}', now() - interval '2 days', now() + interval '1 day')
          where "pointId" = ${id}::uuid group by 1`)
      )[0]?.n ?? 0;
    expect([await counted(from), await counted(to)]).toEqual([2, 0]);
    await merge({ kind: "point", id: from, successorId: to });
    expect([await counted(from), await counted(to)]).toEqual([2, 0]);
    const page = await disputeById(county.as("mediator"), { disputeId });
    expect(page.pointId).toBe(to);
    expect((await disputeById(county.as("mediator"), { disputeId: archived.disputeId })).pointId).toBe(from);
    expect(page.changes?.find(({ field }) => field === "pointId")).toMatchObject({
      oldValue: "老街旧点",
      newValue: "老街新点",
      reason,
    });
    expect(await eventsOf(disputeId, "dispute.correct")).toHaveLength(1);
    // A correction of somebody who knows better counts anew.
    const third = await point("老街第三点");
    await correctDispute(
      county.as("mediator"),
      correctDisputeInput.parse({ disputeId, pointId: { seen: to, now: third }, reason: "记错了" }),
    );
    expect([await counted(from), await counted(third)]).toEqual([1, 1]);
  });

  it("moves town halls and their series with it", async () => {
    const { from, to, roomId } = await busyPoint("河湾");
    const input = planTownHallInput.parse({
      title: "河湾夜话",
      roomId,
      chairId: county.people.mediator2,
      weekday: weekdayOf(dayIn(21)),
      time: "18:00",
      minutes: 60,
      fromDay: dayIn(21),
      untilDay: dayIn(28),
    });
    const { townHallId } = await planTownHall(county.as("mediator"), input);
    const toRoomId = await room(to, "堂屋");
    await merge({ kind: "point", id: from, successorId: to, rooms: [{ roomId, toRoomId }] });
    expect(
      await rows(sql`select t.room_id as series, m.room_id as meeting from town_halls t join town_hall_meetings m on m.town_hall_id = t.id
        where t.id = ${townHallId}::uuid`),
    ).toEqual([
      { series: toRoomId, meeting: toRoomId },
      { series: toRoomId, meeting: toRoomId },
    ]);
  });

  it("is refused without another room for what is booked, in one that is taken or closed then, and where the successor does not fit", async () => {
    const { from, to, roomId, dispute } = await busyPoint("坡上");
    const startsAt = inDays(8);
    await booked(county, dispute, { roomId, startsAt });
    const [taken, shut] = [await room(to, "有人的屋"), await room(to, "不开的屋", [])];
    await database().transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(sql`insert into slots (county_id, session_id, resource, resource_id, during) values (${county.countyId}::uuid, gen_random_uuid(),
        'room', ${taken}::uuid, tstzrange(${startsAt}::timestamptz, ${startsAt}::timestamptz + interval '1 hour'))`);
    });
    const into = (toRoomId: string | null) =>
      merge({ kind: "point", id: from, successorId: to, rooms: [{ roomId, toRoomId }] }).catch((one: unknown) => one);
    expect(await refusedWith(merge({ kind: "point", id: from, successorId: to }))).toBe("roomBooked");
    const both = { name: "有人的屋", count: 1, first: Date.parse(startsAt) };
    expect(await into(taken)).toMatchObject({ code: "roomsBothBooked", params: both });
    expect(await into(shut)).toMatchObject({ code: "roomClosedThatDay" });
    expect(await into(roomId)).toMatchObject({ code: "successorUnfit" });
    const elsewhere = await point("外所点", "DG");
    const closed = await point("早停的点");
    await disablePlace(admin(), { kind: "point", id: closed, reason });
    expect(await refusedWith(merge({ kind: "point", id: from, successorId: elsewhere }))).toBe("successorUnfit");
    expect(await refusedWith(merge({ kind: "point", id: from, successorId: closed }))).toBe("successorUnfit");
    expect(
      await refusedWith(mergePlace(county.as("head"), { kind: "point", id: from, successorId: to, rooms: [], reason })),
    ).toBe("forbidden");
    expect(await placeWork(admin(), { pointId: from, roomId: null })).toMatchObject({
      disputes: 1,
      clues: 1,
      rooms: [{ bookings: 1 }],
    });
  });

  it("goes to one of two successors when two administrators name one each", async () => {
    const { from, to } = await busyPoint("对门");
    const other = await point("对门另点");
    const ends = await Promise.allSettled(
      [to, other].map((successorId) => merge({ kind: "point", id: from, successorId })),
    );
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(ends.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "alreadyClosed" } });
  });

  it("has no successor any more once it is in use again", async () => {
    const [from, to] = [await point("重开旧点"), await point("重开新点")];
    await merge({ kind: "point", id: from, successorId: to });
    await enablePlace(admin(), { kind: "point", id: from });
    expect((await tree()).find(({ id }) => id === from)).toMatchObject({ disabledAt: null, successorId: null });
  });
});

describe("a room whose sessions another one takes", () => {
  it("gives them all to a room of the same station, and is refused while one runs", async () => {
    const pointId = await point("两间屋的点");
    const [from, to] = [await room(pointId, "东屋"), await room(pointId, "西屋")];
    const dispute = await bookable(county);
    const { sessionId } = await booked(county, dispute, { roomId: from, startsAt: inDays(9) });
    expect(await placeWork(admin(), { pointId, roomId: from })).toMatchObject({
      rooms: [{ id: from, bookings: 1 }],
      successors: expect.arrayContaining([{ id: to, name: "两间屋的点 西屋" }]),
    });
    await merge({ kind: "room", id: from, successorId: to });
    expect((await sessionOf(sessionId))?.roomId).toBe(to);
    expect((await tree()).find(({ id }) => id === pointId)?.rooms).toMatchObject([
      { id: to, disabledAt: null },
      { id: from, successorId: to },
    ]);
    await rows(sql`update sessions set started_at = now() where id = ${sessionId}::uuid`);
    const third = await room(pointId, "北屋");
    expect(await refusedWith(merge({ kind: "room", id: to, successorId: third }))).toBe("sessionRunning");
  });
});

describe("what raw SQL cannot do", () => {
  it("closes no place with bookings or people, names no successor of another station and none of a place in use", async () => {
    const { from, to, roomId, dispute } = await busyPoint("山口");
    await booked(county, dispute, { roomId, startsAt: inDays(10) });
    const closing = (table: string, id: string) =>
      sql`update ${sql.raw(table)} set disabled_at = now() where id = ${id}::uuid`;
    await refusedByDatabase(closing("rooms", roomId), "places_close_without_bookings");
    await refusedByDatabase(closing("contact_points", from), "places_close_without_bookings");
    await refusedByDatabase(closing("stations", county.stations.LW ?? ""), "places_close_without_bookings");
    await refusedByDatabase(closing("committees", county.committees.DG ?? ""), "places_close_without_people");
    const succeeds = (id: string, successor: string) =>
      sql`update contact_points set successor_id = ${successor}::uuid where id = ${id}::uuid`;
    await refusedByDatabase(succeeds(from, await point("别所点", "DG")), "places_successor_of_station");
    await refusedByDatabase(succeeds(from, from), "places_successor_of_station");
    await refusedByDatabase(succeeds(from, to), "places_successor_when_closed");
    const idle = await point("空点");
    await disablePlace(admin(), { kind: "point", id: idle, reason });
    for (const table of ["clues", "consultations", "people"])
      await refusedByDatabase(
        sql`update ${sql.raw(table)} set point_id = ${idle}::uuid where county_id = ${county.countyId}::uuid and point_id = ${from}::uuid`,
        `${table}_at_open_place`,
      );
  });
});
