import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { beginNow } from "../desk/begin-now";
import { beginNowInput } from "../desk/inputs";
import { todayInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { todayOf } from "../disputes/reads/today";
import { addDays, dayOf, instantOf } from "../kernel/shanghai";
import { joined, partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import {
  bookable,
  booked,
  failedBecause,
  lastEventOf,
  roomOne,
  roomTwo,
  sessionsOf,
  slotsOf,
} from "../testing/sessions";
import { type RecordHeldInput, recordHeldInput, recordSessionInput } from "./inputs";
import { calendar } from "./reads/calendar";
import { ownRecord } from "./reads/own-record";
import { ownList } from "./reads/own-sessions";
import { rooms } from "./reads/rooms";
import { recordHeld } from "./record-held";
import { recordSession } from "./record-session";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
interface Target {
  disputeId: string;
}
const hour = 3_600_000;
/** Late in the evening of the day before yesterday. */
const lastNight = instantOf(addDays(dayOf(new Date()), -2), "23:10");
const partyIdsOf = async (dispute: Target) => (await partiesOf(county, dispute)).map(({ id }) => id);
const proceedingOf = async ({ disputeId }: Target, username = "mediator") =>
  (await disputeById(county.as(username), { disputeId })).proceeding;

async function held(dispute: Target, over: Partial<RecordHeldInput> = {}, username = "mediator") {
  const input = recordHeldInput.parse({
    disputeId: dispute.disputeId,
    startsAt: lastNight.toISOString(),
    minutes: 50,
    place: "县医院住院部三楼走廊",
    personIds: [county.people.mediator],
    partyIds: await partyIdsOf(dispute),
    result: "adjourned",
    text: "双方愿意等伤情鉴定。",
    ...over,
  });
  return recordHeld(county.as(username), input);
}
async function begun(dispute: Target, over: Record<string, unknown> = {}, now = new Date()) {
  const input = { disputeId: dispute.disputeId, partyIds: await partyIdsOf(dispute), place: "小区门口", ...over };
  return beginNow(county.as("mediator", { now }), beginNowInput.parse(input));
}

describe("a session that has been held already", () => {
  it("says when and where it was, who was there and what came of it, and when it was written down", async () => {
    const dispute = await bookable(county);
    await joined(county, dispute, "lawyer");
    const { sessionId } = await held(dispute, {
      personIds: [county.people.mediator2 ?? "", county.people.lawyer ?? ""],
      othersPresent: "值班护士两人",
    });
    const [session] = (await sessionsOf(county, dispute)).sessions;
    expect(session).toMatchObject({
      id: sessionId,
      status: "ended",
      result: "adjourned",
      room: { id: null, name: "县医院住院部三楼走廊", point: "" },
      othersPresent: "值班护士两人",
      records: [{ version: 1, text: "双方愿意等伤情鉴定。" }],
    });
    expect(new Date(session?.startsAt ?? 0)).toEqual(lastNight);
    expect(Date.parse(session?.enteredAt ?? "")).toBeGreaterThan(lastNight.getTime() + 50 * 60_000);
    // Held by a colleague: the lead was not there and is not said to have been.
    expect(session?.people.map((one) => one.personId)).not.toContain(county.people.mediator);
    expect(session?.people.every((one) => one.attendance === "present")).toBe(true);
    expect(await proceedingOf(dispute)).toMatchObject({ status: "mediating" });
    expect(await lastEventOf(county, dispute.disputeId)).toMatchObject({
      action: "session.recordHeld",
      payload: { sessionId, startsAt: lastNight.toISOString(), result: "adjourned" },
    });
    // What the helper did counts for them, without the words for the place.
    const [mine] = (await ownRecord(county.as("lawyer"), { before: null })).sessions;
    expect(mine).toMatchObject({ id: sessionId, attendance: "present", room: "", point: "" });
    expect((await ownList(county.as("lawyer"))).past.map((one) => one.id)).toContain(sessionId);
  });

  it("leads where any session leads, from the first day on", async () => {
    const dispute = await bookable(county);
    expect(await proceedingOf(dispute)).toMatchObject({ status: "accepted" });
    await held(dispute, { result: "agreed", text: "当场谈妥，明天修好。" });
    expect(await proceedingOf(dispute)).toMatchObject({ status: "agreed", nextStep: "draftAgreement" });
  });

  it("takes no hour from what else was booked then", async () => {
    const startsAt = instantOf(addDays(dayOf(new Date()), 3), "10:00");
    const other = await bookable(county);
    await booked(county, other, { startsAt: startsAt.toISOString(), minutes: 60, roomId: county.rooms[roomOne] ?? "" });
    const [before] = await database().execute<{ id: string; during: string }>(
      sql`select id, during::text from slots where resource_id = ${county.rooms[roomOne]}::uuid and lower(during) = ${startsAt.toISOString()}::timestamptz`,
    );
    const dispute = await bookable(county);
    const input = recordHeldInput.parse({
      disputeId: dispute.disputeId,
      startsAt: startsAt.toISOString(),
      minutes: 30,
      roomId: county.rooms[roomOne],
      personIds: [county.people.mediator, county.people.mediator2],
      partyIds: await partyIdsOf(dispute),
      result: "failed",
      text: "没谈成",
      ...failedBecause(await partyIdsOf(dispute)),
    });
    const { sessionId } = await recordHeld(
      county.as("mediator", { now: new Date(startsAt.getTime() + 2 * hour) }),
      input,
    );
    const [after] = await database().execute<{ id: string; during: string }>(
      sql`select id, during::text from slots where id = ${before?.id}::uuid`,
    );
    expect(after).toEqual(before);
    // The room and the lead stand in the other booking; only the colleague's hour was free to be noted.
    const rows = await database().execute(sql`select resource_id from slots where session_id = ${sessionId}::uuid`);
    expect(rows).toEqual([{ resource_id: county.people.mediator2 }]);
  });

  it("is refused when it is not over, too long ago, held by nobody of ours, or by somebody who did not join", async () => {
    const dispute = await bookable(county);
    const at = (ms: number) => ({ startsAt: new Date(Date.now() + ms).toISOString() });
    expect(await refusedWith(held(dispute, at(hour)))).toBe("notHappenedYet");
    expect(await refusedWith(held(dispute, at(-20 * 60_000)))).toBe("notHappenedYet");
    expect(await refusedWith(held(dispute, at(-32 * 24 * hour)))).toBe("heldTooLongAgo");
    expect(await refusedWith(held(dispute, { place: "" }))).toBe("placeWordsNeeded");
    expect(await refusedWith(held(dispute, { roomId: county.rooms[roomOne] ?? "" }))).toBe("placeWordsNeeded");
    expect(await refusedWith(held(dispute, { text: "" }))).toBe("recordTextNeeded");
    expect(await refusedWith(held(dispute, { personIds: [county.people.judge ?? ""] }))).toBe("notJoined");
    await joined(county, dispute, "judge");
    expect(await refusedWith(held(dispute, { personIds: [county.people.judge ?? ""] }))).toBe("hostNeeded");
    const [one = ""] = await partyIdsOf(dispute);
    expect(await refusedWith(held(dispute, { partyIds: [one] }))).toBe("sidesNeeded");
    expect(await refusedWith(held(dispute, { kind: "caucus", partyIds: [one] }))).toBe("caucusTextInLane");
    await held(dispute, { kind: "caucus", partyIds: [one], text: "" });
  });

  it("needs the parties' consent like every other session (人民调解法 17), and whoever leads or assists", async () => {
    const unasked = await acceptedDispute(county);
    expect(await refusedWith(held(unasked))).toBe("needs.everyPartyConsented");
    expect(await refusedWith(begun(unasked))).toBe("needs.everyPartyConsented");
    const dispute = await bookable(county);
    for (const username of ["officer", "head"])
      expect(await refusedWith(held(dispute, {}, username)), username).toBe("forbidden");
    expect(await refusedWith(held(dispute, {}, "mediator3"))).toBe("notFound");
  });
});

describe("everybody is here, begin now", () => {
  it("creates the session, opens its desk and marks everyone present, in one act", async () => {
    const dispute = await bookable(county);
    await joined(county, dispute, "judge");
    const now = new Date();
    const { sessionId } = await begun(dispute, { personIds: [county.people.judge], othersPresent: "门卫" }, now);
    const [session] = (await sessionsOf(county, dispute)).sessions;
    expect(session).toMatchObject({ id: sessionId, status: "booked", room: { id: null, name: "小区门口" } });
    expect(new Date(session?.startedAt ?? 0)).toEqual(now);
    expect(session?.people.map((one) => one.attendance)).toEqual(["present", "present", "present", "present"]);
    expect(await proceedingOf(dispute)).toMatchObject({
      status: "scheduled",
      nextStep: "recordSession",
      detail: { session: { room: "小区门口", isRunning: true } },
    });
    expect(await lastEventOf(county, dispute.disputeId)).toMatchObject({ action: "session.beginNow" });
    // It stands where sessions stand: on the day's list, in the calendar, on the helper's page.
    expect((await todayOf(county.as("mediator", { now }), todayInput.parse({}))).side.sessions).toContainEqual(
      expect.objectContaining({ id: sessionId, room: "小区门口" }),
    );
    const day = dayOf(now);
    const { blocks } = await calendar(county.as("mediator"), { from: day, to: addDays(day, 1), people: false });
    expect(blocks.find((block) => block.id === sessionId)).toMatchObject({ roomId: null, room: "小区门口" });
    expect((await ownList(county.as("judge"))).ahead).toContainEqual(
      expect.objectContaining({ id: sessionId, room: "小区门口", address: "" }),
    );
    expect(await refusedWith(begun(dispute, {}, now))).toBe("sessionRunning");
    const record = { ...dispute, sessionId, sessionVersion: 1, result: "failed", text: "没谈成" };
    const whole = { ...record, ...failedBecause(await partyIdsOf(dispute)) };
    await recordSession(county.as("mediator"), recordSessionInput.parse(whole));
    expect((await sessionsOf(county, dispute)).sessions[0]).toMatchObject({ status: "ended", result: "failed" });
  });

  it("takes a room that is free, at any hour, and no room that is not", async () => {
    const day = addDays(dayOf(new Date()), 4);
    const evening = instantOf(day, "22:30");
    const first = await bookable(county);
    const { sessionId } = await begun(first, { place: "", roomId: county.rooms[roomTwo] }, evening);
    expect(await slotsOf(county, sessionId)).toBe(2);
    const second = await bookable(county);
    const wish = { place: "", roomId: county.rooms[roomTwo] };
    const at = new Date(evening.getTime() + 10 * 60_000);
    expect(await refusedWith(begun(second, wish, at))).toBe("roomTaken");
    const free = (await rooms(county.as("mediator", { now: at }))).map(({ id, isFreeNow }) => [id, isFreeNow]);
    expect(free).toContainEqual([county.rooms[roomTwo], false]);
    expect(free).toContainEqual([county.rooms[roomOne], true]);
    // The lead sits in the first one; whoever is here is here.
    const there = await begun(second, {}, at);
    expect(await slotsOf(county, there.sessionId)).toBe(0);
  });
});
