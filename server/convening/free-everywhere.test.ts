import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { moveCheck } from "../calendars/reads/move-check";
import { seatsToCome } from "../handovers/reads/coming-seats";
import { ownInvitation } from "../invitations/reads/own";
import { newId } from "../kernel/ids";
import type { Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { type Candidate, rankCandidates } from "../panel/reads/candidates";
import { ruleDefaults } from "../rules/defaults";
import { dayBoard } from "../sessions/reads/rooms";
import { type Presence, presenceAmong } from "../slots/presence";
import { invitedTo } from "../testing/asked";
import { type TestCounty, testCounty } from "../testing/county";
import { bookable, booked, dayIn, inDays, roomOne } from "../testing/sessions";
import { guestOf } from "./parts/make-solver-input";
import { guestPresence } from "./parts/presence";
import { availabilityOf } from "./parts/read-pieces";

/*
 * One question, asked of the same people about the same hours at every door: what is said of one hour (app.presence_among),
 * the solver, candidates, an offer, the day strip, the check of a move, a change of lead.
 */
const ahead = 12;
const hours = [
  { from: inDays(ahead, "14:30"), to: inDays(ahead, "16:00") },
  { from: inDays(ahead, "09:00"), to: inDays(ahead, "10:30") },
  { from: inDays(ahead, "11:30"), to: inDays(ahead, "12:30") },
  { from: inDays(ahead, "17:30"), to: inDays(ahead, "18:30") },
  { from: inDays(ahead, "21:00"), to: inDays(ahead, "22:00") },
];
/** Who is who, and what is true of them at each of the hours. */
const people: Readonly<Record<string, readonly Presence[]>> = {
  judge: ["can", "can", "can", "cannot", "cannot"],
  lawyer: ["cannot", "can", "cannot", "cannot", "cannot"],
  cadre: ["ifNeedBe", "can", "ifNeedBe", "ifNeedBe", "cannot"],
  property: ["unknown", "unknown", "unknown", "unknown", "unknown"],
  judge2: ["unknown", "unknown", "unknown", "cannot", "cannot"],
  lawyer2: ["cannot", "can", "can", "cannot", "cannot"],
  judge3: ["cannot", "can", "can", "cannot", "cannot"],
};
const travelMinutes = ruleDefaults["travel.minutes"].value;

let county: TestCounty;
let dispute: { disputeId: string; proceedingId: string };
let sessionId = "";
let pointId = "";
const id = (username: string) => county.people[username] ?? "";
const ids = () => Object.keys(people).map(id);

beforeAll(async () => {
  county = await testCounty();
  dispute = await bookable(county);
  ({ sessionId } = await booked(county, dispute, { startsAt: hours[0]?.from ?? "", minutes: 90 }));
  const mine = sql`${county.countyId}::uuid`;
  const week = (username: string, from: string, until: string, mood: string) =>
    database().execute(sql`insert into weekly_hours (county_id, person_id, weekday, from_time, until_time, mood)
      select ${mine}, ${id(username)}::uuid, d, ${from}::time, ${until}::time, ${mood}::availability_mood from generate_series(1, 7) d`);
  for (const username of ["judge", "judge2", "lawyer2", "judge3"]) await week(username, "09:00", "18:00", "free");
  await week("lawyer", "08:30", "12:00", "free");
  await week("cadre", "08:00", "11:30", "free");
  await week("cadre", "11:30", "20:00", "reluctant");
  const calendar = async (username: string, problem: string) => {
    const calendarId = newId(new Date());
    await database().execute(sql`insert into imported_calendars (county_id, id, person_id, address, added_at, read_at, problem)
      values (${mine}, ${calendarId}::uuid, ${id(username)}::uuid, ${`https://example.com/${username}.ics`}, now(), now(), ${problem})`);
    return calendarId;
  };
  await calendar("judge2", "partly");
  const span = sql`tstzrange(${inDays(ahead, "15:30")}::timestamptz, ${inDays(ahead, "15:45")}::timestamptz)`;
  await database().execute(sql`insert into imported_busy (county_id, id, calendar_id, person_id, during)
    values (${mine}, ${newId(new Date())}::uuid, ${await calendar("judge3", "")}::uuid, ${id("judge3")}::uuid, ${span})`);
  await database().execute(sql`insert into absences (county_id, id, person_id, during, kind, recorded_at)
    values (${mine}, ${newId(new Date())}::uuid, ${id("lawyer2")}::uuid, ${span}, 'leave', now())`);
  const [room] = await database().execute<{ point: string }>(
    sql`select point_id as point from rooms where id = ${county.rooms[roomOne] ?? ""}::uuid`,
  );
  pointId = room?.point ?? "";
});

const range = ({ from, to }: { from: string; to: string }) => sql`tstzrange(${from}::timestamptz, ${to}::timestamptz)`;
const asMediator = () => county.as("mediator");

/** The answer about one hour, by user name. */
async function asked(hour: { from: string; to: string }, who = Object.keys(people)): Promise<Record<string, Presence>> {
  const list = sql.join(
    who.map((one) => sql`${id(one)}::uuid`),
    sql`, `,
  );
  const rows = await asActor(asMediator(), (tx) =>
    tx.execute<{ id: string; state: Presence }>(
      sql`select f.person_id as id, f.state from ${presenceAmong({
        countyId: county.countyId,
        people: sql`array[${list}]`,
        during: range(hour),
        booking: sql`${sessionId}::uuid`,
        now: new Date(),
      })} f`,
    ),
  );
  const found = new Map(rows.map((row) => [row.id, row.state]));
  return Object.fromEntries(who.map((one) => [one, found.get(id(one)) ?? "unknown"]));
}

describe("whether somebody is free is one answer", () => {
  it.each(hours.map((hour, n) => [hour.from, n] as const))(
    "at %s for the question itself, the solver and candidates",
    async (_, n) => {
      const hour = hours[n] ?? { from: "", to: "" };
      const right = Object.fromEntries(Object.entries(people).map(([who, states]) => [who, states[n]]));
      expect(await asked(hour)).toEqual(right);

      const during = { from: new Date(inDays(ahead, "00:00")), until: new Date(inDays(ahead + 1, "00:00")) };
      const told = await asActor(asMediator(), (tx) => availabilityOf(tx, ids(), during));
      const at = { from: Date.parse(hour.from), to: Date.parse(hour.to), point: pointId, travelMinutes };
      const solved = Object.keys(people).map((who) => {
        const attendee = { personId: id(who), forceCode: "lawyer" } as Parameters<typeof guestOf>[0];
        return [who, guestPresence(guestOf(attendee, told.get(id(who)), null), at)];
      });
      expect(Object.fromEntries(solved)).toEqual(right);

      const of = { countyId: county.countyId, ...dispute };
      const choice = { now: new Date(), forceCode: null, limit: 200, sessionId };
      const ranked = await asActor(asMediator(), (tx) =>
        tx.execute<Candidate & Record<string, unknown>>(
          rankCandidates(of, { ...choice, during: { from: new Date(hour.from), to: new Date(hour.to) } }),
        ),
      );
      const candidates = new Map(ranked.map(({ personId, presence }) => [personId, presence]));
      for (const who of Object.keys(people)) expect(candidates.get(id(who)), who).toBe(right[who]);
    },
  );

  it("on the day strip and where a new lead takes sessions along", async () => {
    const lines = await dayBoard(asMediator(), { day: dayIn(ahead), personIds: ids() });
    const overlaps = (spans: readonly { from: string; to: string }[], { from, to }: { from: string; to: string }) =>
      spans.some((span) => Date.parse(span.from) < Date.parse(to) && Date.parse(from) < Date.parse(span.to));
    for (const [who, states] of Object.entries(people)) {
      const line = lines.find((one) => one.id === id(who));
      if (!line) throw new Error(`no line of ${who}`);
      const shown = hours.map((hour) =>
        overlaps([...line.busy, ...line.away], hour) ? "cannot" : line.isUnsure ? "unknown" : "can",
      );
      expect(shown, who).toEqual(states.map((state) => (state === "ifNeedBe" ? "can" : state)));
      const [seat] = await asActor(county.as("committee"), (tx) =>
        seatsToCome(tx, {
          countyId: county.countyId,
          proceedingId: dispute.proceedingId,
          personId: id(who),
          now: new Date(),
        }),
      );
      expect([seat?.isFree, seat?.isUnknown, seat?.isTaken], who).toEqual([
        states[0] !== "cannot",
        states[0] === "unknown",
        false,
      ]);
    }
  });

  it("for those who are asked: an offer says how many cannot come, and of how many nobody knows", async () => {
    const asks = ["judge", "lawyer", "property", "judge2"];
    const invitations: string[] = [];
    for (const who of asks) invitations.push((await invitedTo(county, dispute, sessionId, who)).invitationId);
    const { offers } = await ownInvitation(county.as("judge"), { invitationId: invitations[0] ?? "" });
    const others = asks.slice(1).map((who) => people[who]?.[0]);
    expect(offers[0]).toMatchObject({
      missing: others.filter((state) => state === "cannot").length,
      unknown: others.filter((state) => state === "unknown").length,
    });
  });

  it("counts the way to another point, at every door that knows where somebody will be", async () => {
    const [elsewhere] = await database().execute<{ id: string }>(sql`
      select r.id from rooms r join contact_points p on p.id = r.point_id where r.county_id = ${county.countyId}::uuid and p.id <> ${pointId}::uuid
        and p.station_id = (select station_id from contact_points where id = ${pointId}::uuid)
        and exists (select from room_hours h where h.room_id = r.id and h.weekday = extract(isodow from ${dayIn(ahead)}::date)
          and h.opens_at <= '16:15' and h.closes_at >= '17:15') limit 1`);
    if (!elsewhere) throw new Error("no room at another point is open then");
    await database().execute(sql`insert into weekly_hours (county_id, person_id, weekday, from_time, until_time)
      select ${county.countyId}::uuid, ${id("mediator")}::uuid, d, '08:00', '20:00' from generate_series(1, 7) d`);
    expect(await asked(hours[0] ?? { from: "", to: "" }, ["mediator"])).toEqual({ mediator: "can" });
    await booked(county, await bookable(county), {
      startsAt: inDays(ahead, "16:15"),
      minutes: 60,
      roomId: elsewhere.id,
      despite: "他们自己开车，来得及",
    });
    expect(await asked(hours[0] ?? { from: "", to: "" }, ["mediator"])).toEqual({ mediator: "cannot" });
    const check = await moveCheck(asMediator(), {
      bookingId: sessionId,
      disputeId: dispute.disputeId,
      from: dayIn(ahead),
      to: dayIn(ahead),
    });
    const mine = check.people.find((one) => one.id === id("mediator"));
    expect(check.travelMinutes).toBe(travelMinutes);
    expect(mine?.isUnsure).toBe(false);
    expect(mine?.taken.map(({ from, pointId: at }) => [new Date(from).toISOString(), at === pointId])).toEqual([
      [inDays(ahead, "16:15"), false],
    ]);
    const during = { from: new Date(inDays(ahead, "00:00")), until: new Date(inDays(ahead + 1, "00:00")) };
    const told = await asActor(asMediator(), (tx) => availabilityOf(tx, [id("mediator")], during));
    const held = {
      personIds: [id("mediator")],
      startsAt: hours[0]?.from ?? "",
      endsAt: hours[0]?.to ?? "",
    } as Parameters<typeof guestOf>[2];
    const guest = guestOf(
      { personId: id("mediator"), forceCode: null } as Parameters<typeof guestOf>[0],
      told.get(id("mediator")),
      held,
    );
    const at = (from: string, to: string) => ({
      from: Date.parse(from),
      to: Date.parse(to),
      point: pointId,
      travelMinutes,
    });
    expect(guestPresence(guest, at(inDays(ahead, "14:30"), inDays(ahead, "16:00")))).toBe("cannot");
    expect(guestPresence(guest, at(inDays(ahead, "14:00"), inDays(ahead, "15:45")))).toBe("can");
  });

  it("for the next free start that a refusal offers, which no leave and no week rules out", async () => {
    const other = await bookable(county);
    const refusal = (await booked(county, other, { startsAt: hours[0]?.from ?? "" }).catch(
      (error: unknown) => error,
    )) as Problem;
    expect(refusal).toMatchObject({ code: "roomTaken" });
    const offered = String(refusal.params.nextFree);
    // The lead's other session ends at 17:15 elsewhere, and their day at 20:00.
    expect(offered).toBe(inDays(ahead, "18:00"));
    await database().execute(sql`insert into absences (county_id, id, person_id, during, kind, recorded_at)
      values (${county.countyId}::uuid, ${newId(new Date())}::uuid, ${id("mediator")}::uuid,
        tstzrange(${inDays(ahead, "18:00")}::timestamptz, ${inDays(ahead + 1, "09:00")}::timestamptz), 'leave', now())`);
    const again = (await booked(county, other, { startsAt: hours[0]?.from ?? "" }).catch(
      (error: unknown) => error,
    )) as Problem;
    expect(again.params.nextFree).toBe(inDays(ahead + 1, "09:00"));
  });
});
