import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { recordRefusalInput } from "../consents/inputs";
import { recordRefusal } from "../consents/record-refusal";
import { Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { invited, joined, noticed, partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { bookable, booked, booking, inDays, roomOne, roomTwo, sessionsOf, slotsOf } from "../testing/sessions";
import { bookSession } from "./book-session";

let county: TestCounty;
let day = 10;
beforeAll(async () => {
  county = await testCounty();
});
/** A day of its own for each test, so that tests do not take each other's rooms. */
const nextDay = () => {
  day += 1;
  return day;
};

describe("booking a session", () => {
  it("takes the room and each person, sets the status, and names its people", async () => {
    const dispute = await bookable(county);
    await joined(county, dispute, "judge");
    const { sessionId } = await booked(county, dispute, {
      startsAt: inDays(nextDay()),
      personIds: [county.people.judge ?? ""],
    });
    const overview = await sessionsOf(county, dispute);
    expect(overview.proceeding?.status).toBe("scheduled");
    expect(overview.sessions[0]).toMatchObject({
      id: sessionId,
      ordinal: 1,
      kind: "joint",
      status: "booked",
      room: { name: "驻所调解室一" },
    });
    expect(overview.sessions[0]?.people.map((person) => person.name)).toEqual(["刘玉芬", "张建国", "沈静", "周文博"]);
    expect(await slotsOf(county, sessionId)).toBe(3);
  });

  it("waits for the notice and every party's consent (S4)", async () => {
    const dispute = await acceptedDispute(county);
    expect(await refusedWith(booked(county, dispute, { startsAt: inDays(nextDay()) }))).toBe(
      "needs.everyPartyConsented",
    );
    await noticed(county, dispute);
    expect(await refusedWith(booked(county, dispute, { startsAt: inDays(nextDay()) }))).toBe(
      "needs.everyPartyConsented",
    );
  });

  it("is over once a party refuses, and the time is given back (S5)", async () => {
    const dispute = await bookable(county);
    const startsAt = inDays(nextDay());
    const { sessionId } = await booked(county, dispute, { startsAt });
    const [, zhang] = await partiesOf(county, dispute);
    await recordRefusal(
      county.as("mediator"),
      recordRefusalInput.parse({
        disputeId: dispute.disputeId,
        partyId: zhang?.id,
        reason: "不愿再谈",
        routesTold: ["court"],
      }),
    );
    expect(await slotsOf(county, sessionId)).toBe(0);
    expect(await refusedWith(booked(county, dispute, { startsAt }))).toBe("notInThisStep");
  });

  it("refuses a helper who has not accepted, by name, and a stranger", async () => {
    const dispute = await bookable(county);
    const startsAt = inDays(nextDay());
    for (const username of ["judge", "lawyer", "mediator3"]) {
      if (username === "judge") await invited(county, dispute, "judge");
      const refusal = booked(county, dispute, { startsAt, personIds: [county.people[username] ?? ""] });
      expect(await refusedWith(refusal), username).toBe("notJoined");
    }
  });

  it("keeps to opening hours, the future and half a year", async () => {
    const dispute = await bookable(county);
    expect(await refusedWith(booked(county, dispute, { startsAt: inDays(5, "07:00") }))).toBe("roomClosed");
    expect(await refusedWith(booked(county, dispute, { startsAt: inDays(5, "20:00") }))).toBe("roomClosed");
    expect(await refusedWith(booked(county, dispute, { startsAt: inDays(-1) }))).toBe("sessionInPast");
    expect(await refusedWith(booked(county, dispute, { startsAt: inDays(190) }))).toBe("sessionTooFar");
  });

  it("needs two sides for a joint session and one for a caucus", async () => {
    const dispute = await bookable(county);
    const all = await booking(county, dispute, { startsAt: inDays(nextDay()) });
    const [one = ""] = all.partyIds;
    expect(await refusedWith(bookSession(county.as("mediator"), { ...all, partyIds: [one] }))).toBe("sidesNeeded");
    expect(await refusedWith(bookSession(county.as("mediator"), { ...all, kind: "caucus" }))).toBe("oneSideInCaucus");
    await bookSession(county.as("mediator"), { ...all, kind: "caucus", partyIds: [one] });
  });

  it("says which room is taken, from when to when, and the next free start, and names no dispute", async () => {
    const day = nextDay();
    await booked(county, await bookable(county, { title: "古榕路漏水" }), { startsAt: inDays(day, "14:30") });
    const other = await bookable(county);
    const refused = await booked(county, other, { startsAt: inDays(day, "15:00"), minutes: 60 }).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({
      kind: "conflict",
      code: "roomTaken",
      params: {
        name: "驻所调解室一",
        from: inDays(day, "14:30"),
        to: inDays(day, "16:00"),
        nextFree: inDays(day, "16:00"),
      },
    });
    expect(JSON.stringify((refused as Problem).params)).not.toContain("古榕路");
  });

  it("says which person is taken when the room is another one", async () => {
    const day = nextDay();
    await booked(county, await bookable(county), { startsAt: inDays(day) });
    const refused = await booked(county, await bookable(county), {
      startsAt: inDays(day),
      roomId: county.rooms[roomTwo] ?? "",
    }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "personTaken", params: { name: "沈静", nextFree: inDays(day, "16:00") } });
  });

  it("lets only one of several people of a dispute book, replays the same key, and hides it from strangers", async () => {
    const dispute = await bookable(county);
    const input = await booking(county, dispute, { startsAt: inDays(nextDay()) });
    const context = county.as("mediator");
    expect(await bookSession(context, input)).toEqual(await bookSession(context, input));
    expect(await refusedWith(bookSession(county.as("mediator3"), input))).toBe("notFound");
    expect(await refusedWith(bookSession(county.as("head"), input))).toBe("forbidden");
    expect(await refusedWith(bookSession(county.as("officer"), input))).toBe("forbidden");
  });

  it("leaves a booking's event without names", async () => {
    const dispute = await bookable(county);
    await booked(county, dispute, { startsAt: inDays(nextDay()), roomId: county.rooms[roomOne] ?? "" });
    const [event] = await asActor(county.as("mediator"), (tx) =>
      tx.execute<{ payload: string }>(
        sql`select payload from events where dispute_id = ${dispute.disputeId}::uuid and action = 'session.book'`,
      ),
    );
    expect(JSON.parse(event?.payload ?? "{}")).toMatchObject({
      ordinal: 1,
      room: "驻所调解室一",
      from: "accepted",
      to: "scheduled",
    });
    expect(event?.payload).not.toContain("刘玉芬");
  });
});
