import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { amendParty } from "../disputes/amend-party";
import { amendPartyInput } from "../disputes/inputs";
import { tellOfRecusal } from "../invitations/settle-recusal";
import { recordTieInput } from "../panel/inputs";
import { recordTie } from "../panel/record-tie";
import { moveSessionInput } from "../sessions/inputs";
import { moveSession } from "../sessions/move-session";
import { ofDispute } from "../sessions/reads/sessions";
import { eventsOf } from "../testing/asked";
import { partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { booked, inDays, pastTriggers } from "../testing/sessions";
import { untied } from "../testing/ties";
import { endInterpreter } from "./end-interpreter";
import { type NameInterpreterInput, nameInterpreterInput } from "./inputs";
import { nameInterpreter } from "./name-interpreter";
import { ownInterpreting } from "./reads/own-interpreting";

let county: TestCounty;
let day = 20;
beforeAll(async () => {
  county = await testCounty();
});
const id = (username: string) => county.people[username] ?? "";
const roomOf = (place: number) => Object.values(county.rooms)[place] ?? "";
const name = (input: object) =>
  nameInterpreter(county.as("mediator"), nameInterpreterInput.parse(input) as NameInterpreterInput);
const ofPerson = (who: string) => ({ from: "county", personId: id(who) });
const outsider = (over: object = {}) => ({ from: "outside", name: "阿依古丽", phone: "13957431866", ...over });

/** A session of parties of its own, led by this mediator, at an hour of a day. */
async function session(at: { day: number; time?: string; lead?: string }) {
  const dispute = await untied(county);
  const { sessionId } = await booked(county, dispute, { startsAt: inDays(at.day, at.time ?? "09:00"), minutes: 60 });
  const parties = (await partiesOf(county, dispute)).map((party) => party.id);
  const target = {
    disputeId: dispute.disputeId,
    place: { at: "session", sessionId },
    partyIds: [parties[0]],
    kind: "reader",
  };
  return { ...dispute, sessionId, parties, target };
}
const hours = (sessionId: string, who: string) =>
  database().execute<{ at: string }>(
    sql`select lower(during) as at from slots where session_id = ${sessionId}::uuid and resource_id = ${id(who)}::uuid`,
  );
/** What they read of their coming sessions on the day of this test. */
const own = async (who: string) =>
  (await ownInterpreting(county.as(who))).filter(
    ({ startsAt }) => new Date(startsAt).toISOString() === inDays(day, "09:00"),
  );
const onLeave = (who: string, on: number) =>
  database().execute(sql`insert into absences (county_id, id, person_id, during, kind, recorded_at)
    values (${county.countyId}, gen_random_uuid(), ${id(who)}, tstzrange(${inDays(on, "08:00")}::timestamptz, ${inDays(on, "12:00")}::timestamptz), 'leave', now())`);

describe("the hour of whoever interprets", () => {
  it("is taken as everybody's: away is refused by name with the next free start or taken with a reason, and goes with the session", async () => {
    day += 1;
    const one = await session({ day });
    await onLeave("property", day);
    const reads = { ...one.target, who: ofPerson("property") };
    await expect(name(reads)).rejects.toMatchObject({
      code: "personAway",
      params: { name: "孙立", from: inDays(day, "09:00"), nextFree: expect.stringContaining("T") },
    });
    expect(await hours(one.sessionId, "property")).toHaveLength(0);
    const despite = "他请假前答应来";
    const { interpreterIds } = await name({ ...reads, despite });
    expect(await hours(one.sessionId, "property")).toHaveLength(1);
    expect(await eventsOf(one.disputeId, "interpreter.name")).toMatchObject([{ despite, overruled: [id("property")] }]);
    await name({ ...reads, partyIds: [one.parties[1]], despite });
    const [row] = await database().execute<{ version: number; room: string }>(
      sql`select version, room_id as room from sessions where id = ${one.sessionId}::uuid`,
    );
    const to = { startsAt: inDays(day, "14:00"), minutes: 60, roomId: row?.room, sessionVersion: row?.version };
    await moveSession(
      county.as("mediator"),
      moveSessionInput.parse({ disputeId: one.disputeId, sessionId: one.sessionId, ...to }),
    );
    const [hour] = await hours(one.sessionId, "property");
    expect(new Date(hour?.at ?? "").toISOString()).toBe(inDays(day, "14:00"));
    // One of two parties does not need them any more: they still come for the other.
    const end = (interpreterId: string) =>
      endInterpreter(county.as("mediator"), { disputeId: one.disputeId, interpreterId });
    await end(interpreterIds[0] ?? "");
    expect(await hours(one.sessionId, "property")).toHaveLength(1);
  });

  it("is one place at a time: of the county by their slot, from outside by their number unless a reason is given", async () => {
    day += 1;
    const one = await session({ day });
    const other = await untied(county);
    const { sessionId } = await booked(county, other, {
      startsAt: inDays(day, "10:00"),
      minutes: 60,
      roomId: roomOf(1),
    });
    await pastTriggers(
      sql`update sessions set starts_at = ${inDays(day, "09:30")}::timestamptz where id = ${sessionId}::uuid`,
    );
    const parties = (await partiesOf(county, other)).map((party) => party.id);
    const there = {
      disputeId: other.disputeId,
      place: { at: "session", sessionId },
      partyIds: [parties[0]],
      kind: "reader",
    };
    await name({ ...one.target, who: ofPerson("property") });
    await expect(name({ ...there, who: ofPerson("property") })).rejects.toMatchObject({
      code: "personTaken",
      params: { name: "孙立", from: inDays(day, "09:00") },
    });
    await name({ ...one.target, who: outsider() });
    await expect(name({ ...there, who: outsider({ name: "阿依", phone: "+86 139-5743-1866" }) })).rejects.toMatchObject(
      {
        code: "personAway",
        params: { name: "阿依", from: inDays(day, "09:00") },
      },
    );
    await name({ ...there, who: outsider(), despite: "先到那边再过来" });
  });
});

describe("an interpreter who turns out to be tied", () => {
  it("loses hours and sight at once, by verb and by raw SQL, is ended by the worker, and the lead reads of it", async () => {
    for (const isRaw of [false, true]) {
      day += 1;
      const one = await session({ day });
      const { interpreterIds } = await name({ ...one.target, who: ofPerson("property") });
      expect(await own("property")).toHaveLength(1);
      if (isRaw)
        await database().execute(sql`insert into ties (county_id, id, dispute_id, party_id, person_id, kind, source, recorded_by, recorded_at)
          values (${county.countyId}, gen_random_uuid(), ${one.disputeId}, ${one.parties[0]}, ${id("property")}, 'kin', 'recorded', ${id("committee")}, now())`);
      else
        await recordTie(
          county.as("mediator"),
          recordTieInput.parse({
            disputeId: one.disputeId,
            personId: id("property"),
            partyId: one.parties[0],
            kind: "kin",
            note: "",
          }),
        );
      expect(await hours(one.sessionId, "property")).toHaveLength(0);
      expect(await own("property")).toEqual([]);
      const [session1] = (await ofDispute(county.as("mediator"), { disputeId: one.disputeId })).sessions;
      expect(session1?.interpreters).toEqual([]);
      const [recusal] = await database().execute<{ id: string }>(
        sql`select id from recusals where dispute_id = ${one.disputeId}::uuid`,
      );
      await tellOfRecusal({ countyId: county.countyId, recusalId: recusal?.id ?? "" }, new Date());
      expect(await eventsOf(one.disputeId, "tie.recuse")).toMatchObject([
        { person: id("property"), leftSessions: [one.sessionId] },
      ]);
      const [row] = await database().execute<{ ended: Date | null }>(
        sql`select ended_at as ended from interpreters where id = ${interpreterIds[0] ?? ""}::uuid`,
      );
      expect(row?.ended).not.toBeNull();
      expect(await refusedWith(name({ ...one.target, who: ofPerson("property") }))).toBe("interpreterTied");
    }
  });

  it("from outside is cut when a party turns out to have their number", async () => {
    day += 1;
    const one = await session({ day });
    await name({ ...one.target, who: outsider({ phone: "13957431867" }) });
    const [party] = await database().execute<{ version: number; kind: string; name: string }>(
      sql`select version, kind, name from parties where id = ${one.parties[1]}::uuid`,
    );
    const { version: partyVersion, ...as } = party ?? { version: 0 };
    const change = { disputeId: one.disputeId, partyId: one.parties[1], partyVersion, ...as, phone: "13957431867" };
    await amendParty(county.as("mediator"), amendPartyInput.parse(change));
    const [session1] = (await ofDispute(county.as("mediator"), { disputeId: one.disputeId })).sessions;
    expect(session1?.interpreters).toEqual([]);
  });
});
