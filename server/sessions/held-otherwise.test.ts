import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { startSession } from "../desk/start-session";
import { type TestCounty, testCounty } from "../testing/county";
import { recordFaults } from "../testing/record-faults";
import { refusedWith } from "../testing/refused";
import { bookable, booked, inDays, sessionsOf } from "../testing/sessions";
import { type RecordSessionInput, recordSessionInput } from "./inputs";
import { recordSession } from "./record-session";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

/** A session as it is planned, and its recording at an instant; version 1 unless its desk was started. */
async function planned(startsAt: string) {
  const dispute = await bookable(county);
  const { sessionId } = await booked(county, dispute, { startsAt, minutes: 90 });
  const [session] = (await sessionsOf(county, dispute)).sessions;
  const people = session?.people ?? [];
  const record = (at: string, over: Partial<RecordSessionInput> = {}) =>
    recordSession(
      county.as("mediator", { now: new Date(at) }),
      recordSessionInput.parse({
        ...{ disputeId: dispute.disputeId, sessionId, sessionVersion: 1, presentIds: people.map(({ id }) => id) },
        ...{ result: "adjourned", text: "双方各说各的，改天再谈。", ...over },
      }),
    );
  return { dispute, sessionId, people, record };
}
/** The hours of a session, and those that are taken for it: of its room, and of people. */
async function hours(sessionId: string) {
  const [row] = await database().execute<{ session: string[]; room: string[]; people: string[]; shown: string[] }>(sql`
    with taken as (select resource, array[lower(during), upper(during)] as during from slots where session_id = ${sessionId}::uuid)
    select to_jsonb(array[starts_at, ends_at]) as session, (select to_jsonb(during) from taken where resource = 'room') as room,
      (select coalesce(jsonb_agg(distinct during), '[]') from taken where resource = 'person') as people,
      (select to_jsonb(array[c.starts_at, c.ends_at]) from calendar_entries c where c.booking_id = s.id and c.resource = 'room') as shown
    from sessions s where s.id = ${sessionId}::uuid`);
  return JSON.parse(
    JSON.stringify(row, (_, value) => (typeof value === "string" ? new Date(value).toISOString() : value)),
  );
}
const all = (from: string, to: string) => ({
  ...{ session: [from, to], room: [from, to], people: [[from, to]], shown: [from, to] },
});

describe("a session held at other hours than planned", () => {
  it("takes none of what was planned once it is over: recorded early, the rest of its hour is free", async () => {
    const { sessionId, record } = await planned(inDays(3, "09:00"));
    await record(inDays(3, "09:50"));
    expect(await hours(sessionId)).toEqual(all(inDays(3, "09:00"), inDays(3, "09:50")));
    await booked(county, await bookable(county), { startsAt: inDays(3, "09:50"), minutes: 60 });
  });

  it("began when its desk was started, where that was before its hour", async () => {
    const { dispute, sessionId, record } = await planned(inDays(4, "14:30"));
    const early = new Date(inDays(4, "09:10"));
    await startSession(county.as("mediator", { now: early }), { disputeId: dispute.disputeId, sessionId });
    await record(inDays(4, "10:00"), { sessionVersion: 2 });
    expect(await hours(sessionId)).toEqual(all(inDays(4, "09:10"), inDays(4, "10:00")));
  });

  it.each([
    {
      what: "early and recorded after its planned end",
      began: inDays(8, "08:40"),
      at: inDays(8, "20:00"),
      to: inDays(8, "10:30"),
    },
    {
      what: "within its hours",
      began: inDays(8, "09:20"),
      at: inDays(8, "20:00"),
      from: inDays(8, "09:00"),
      to: inDays(8, "10:30"),
    },
    { what: "only after them", began: inDays(8, "11:00"), at: inDays(8, "11:40"), to: inDays(8, "11:40") },
    { what: "on a later day", began: inDays(9, "15:00"), at: inDays(9, "15:30"), to: inDays(9, "15:30") },
    {
      what: "after them, and recorded the next day",
      began: inDays(8, "11:00"),
      at: inDays(9, "09:00"),
      to: inDays(8, "12:30"),
    },
  ])("whose desk was started $what was held from then on", async ({ began, at, from = began, to }) => {
    const { dispute, sessionId, record } = await planned(inDays(8, "09:00"));
    const started = { disputeId: dispute.disputeId, sessionId };
    await startSession(county.as("mediator", { now: new Date(began) }), started);
    await record(at, { sessionVersion: 2 });
    const found = await hours(sessionId);
    expect(found).toEqual(all(from, to));
    await database().execute(sql`delete from slots where session_id = ${sessionId}::uuid`);
  });

  it("says on which day and when it was held, also before the planned one; nobody who did not come was taken", async () => {
    const { dispute, sessionId, people, record } = await planned(inDays(40, "14:30"));
    const at = inDays(1, "12:00");
    expect(await refusedWith(record(at))).toBe("sessionNotStarted");
    expect(await refusedWith(record(at, { heldAt: { startsAt: inDays(1, "11:30"), minutes: 60 } }))).toBe(
      "notHappenedYet",
    );
    expect(await refusedWith(record(at, { heldAt: { startsAt: inDays(-400), minutes: 60 } }))).toBe("heldTooLongAgo");
    const heldAt = { startsAt: inDays(0, "20:00"), minutes: 45 };
    const presentIds = people.filter(({ personId }) => personId === null).map(({ id }) => id);
    await record(at, { heldAt, presentIds });
    expect(await hours(sessionId)).toEqual({ ...all(inDays(0, "20:00"), inDays(0, "20:45")), people: [] });
    await booked(county, await bookable(county), { startsAt: inDays(40, "14:30"), minutes: 60 });
    const [shown] = (await sessionsOf(county, dispute)).sessions;
    expect(shown).toMatchObject({ status: "ended", ordinal: 1 });
  });

  it("was held on the day on which its desk was started", async () => {
    const { dispute, sessionId, record } = await planned(inDays(5, "09:00"));
    await startSession(county.as("mediator", { now: new Date(inDays(5, "09:00")) }), {
      ...{ disputeId: dispute.disputeId, sessionId },
    });
    const on = (startsAt: string) =>
      record(inDays(6, "09:00"), { sessionVersion: 2, heldAt: { startsAt, minutes: 120 } });
    expect(await refusedWith(on(inDays(4, "09:00")))).toBe("dayOutOfOrder");
    await on(inDays(5, "10:00"));
    expect(await hours(sessionId)).toEqual(all(inDays(5, "10:00"), inDays(5, "12:00")));
  });

  it("leaves nothing without its event, and no figure unlike what is counted anew", async () => {
    expect(await recordFaults(county.countyId)).toEqual([]);
  });
});
