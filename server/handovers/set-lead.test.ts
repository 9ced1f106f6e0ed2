import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  announceAll,
  deliverAll,
  nextMorning,
  notificationsIn,
  testMessaging,
} from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { newId } from "../kernel/ids";
import { asActor } from "../kernel/transaction";
import { invited } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { runningSession } from "../testing/desk";
import { refusedWith } from "../testing/refused";
import { bookable, booked, inDays, lastEventOf, pastTriggers } from "../testing/sessions";
import type { NotFreeWay } from "./choices";
import { comingSeats, seatsToCome } from "./reads/coming-seats";
import { mattersOf } from "./reads/matters-of";
import { setLead } from "./set-lead";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const idOf = (username: string) => county.people[username] ?? "";

const change = (disputeId: string, whereNotFree?: NotFreeWay) =>
  setLead(county.as("committee"), {
    disputeId,
    leadSeen: idOf("mediator"),
    leadPersonId: idOf("mediator2"),
    leadUnit: "",
    reason: "沈静出差",
    whereNotFree,
  });
/** Who of the two mediators has a seat, and who the hour, at a session. */
const atTable = async (sessionId: string) => {
  const [row] = await database().execute<Record<string, string[] | number>>(sql`
    select (select array_agg(p.name order by p.name) from session_people sp join people p on p.id = sp.person_id where sp.session_id = s.id) as seats,
      (select array_agg(p.name order by p.name) from slots t join people p on p.id = t.resource_id where t.session_id = s.id) as hours, s.version
    from sessions s where s.id = ${sessionId}::uuid`);
  return row;
};
const former = { seats: ["沈静"], hours: ["沈静"] };
const next = { seats: ["令狐晓峰"], hours: ["令狐晓峰"] };

/** A session at an hour that another booking has taken from the other mediator. */
async function clashing(days: number) {
  const dispute = await bookable(county);
  const { sessionId } = await booked(county, dispute, { startsAt: inDays(days, "09:00") });
  const other = await booked(county, await bookable(county), { startsAt: inDays(days, "14:00") });
  await pastTriggers(sql`insert into slots (county_id, id, session_id, resource, resource_id, during)
    select county_id, gen_random_uuid(), ${other.sessionId}::uuid, 'person', ${idOf("mediator2")}::uuid, during
    from slots where session_id = ${sessionId}::uuid and resource = 'room'`);
  return { dispute, sessionId };
}

describe("a change of lead", () => {
  it("takes the sessions to come along: seat, hour and what they need, and tells everybody", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await booked(county, dispute, { startsAt: inDays(3, "09:00") });
    await invited(county, dispute, "lawyer");
    await database().execute(sql`insert into session_needs (county_id, id, dispute_id, session_id, person_id, is_required)
      values (${county.countyId}::uuid, ${newId(new Date())}::uuid, ${dispute.disputeId}::uuid, ${sessionId}::uuid, ${idOf("mediator")}::uuid, true)`);
    await announceAll();
    const before = (await notificationsIn(county.countyId)).length;
    expect(await change(dispute.disputeId)).toEqual({ leadPersonId: idOf("mediator2"), moved: 1, stayed: 0 });
    expect(await atTable(sessionId)).toMatchObject({ ...next, version: 2 });
    const [need] = await database().execute<{ person_id: string }>(
      sql`select person_id from session_needs where session_id = ${sessionId}::uuid`,
    );
    expect(need?.person_id).toBe(idOf("mediator2"));
    expect(await lastEventOf(county, dispute.disputeId)).toMatchObject({
      action: "lead.set",
      payload: { before: idOf("mediator"), after: idOf("mediator2"), moved: 1, stayed: 0 },
    });
    await announceAll();
    const told = (await notificationsIn(county.countyId)).slice(before);
    const who = (kind: string) => told.flatMap((one) => (one.kind === kind ? one.name : [])).sort();
    expect(who("leadChanged")).toEqual(["令狐晓峰", "沈静", "林晓岚", "刘玉芬", "张建国", "赵国梁"].sort());
    expect([who("sessionBooked"), who("attendeeRemoved"), told.length]).toEqual([["令狐晓峰"], ["沈静"], 8]);
    // Each with the file that puts it into their calendar, or takes it out.
    const { messaging, mail } = testMessaging();
    await deliverAll(messaging, nextMorning());
    const files = mail.flatMap(({ to, invite }) =>
      invite?.content.includes(sessionId) ? [[to.name, invite.method, /STATUS:(\w+)/.exec(invite.content)?.[1]]] : [],
    );
    expect(files.sort()).toEqual([
      ["令狐晓峰", "REQUEST", "CONFIRMED"],
      ["沈静", "CANCEL", "CANCELLED"],
    ]);
  });

  it("asks where the new lead is taken, and leaves the former one there when told so", async () => {
    const { dispute, sessionId } = await clashing(4);
    expect(await refusedWith(change(dispute.disputeId))).toBe("leadNotFree");
    expect(await refusedWith(change(dispute.disputeId, "comeAnyway"))).toBe("personTaken");
    expect(await atTable(sessionId)).toMatchObject({ ...former, version: 1 });
    expect(await change(dispute.disputeId, "formerStays")).toMatchObject({ moved: 0, stayed: 1 });
    expect(await atTable(sessionId)).toMatchObject(former);
  });

  it("lets a new lead on leave come all the same", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await booked(county, dispute, { startsAt: inDays(6, "09:00") });
    await database().execute(sql`insert into absences (county_id, id, person_id, during, kind, recorded_at)
      values (${county.countyId}::uuid, ${newId(new Date())}::uuid, ${idOf("mediator2")}::uuid,
        tstzrange(${inDays(6, "00:30")}::timestamptz, ${inDays(6, "23:30")}::timestamptz), 'leave', now())`);
    expect(await refusedWith(change(dispute.disputeId))).toBe("leadNotFree");
    expect(await change(dispute.disputeId, "comeAnyway")).toMatchObject({ moved: 1 });
    expect(await atTable(sessionId)).toMatchObject(next);
  });

  it("leaves at a session that has begun those who were there", async () => {
    const talk = await runningSession(county);
    const seats = await atTable(talk.sessionId);
    expect(await change(talk.disputeId)).toMatchObject({ moved: 0, stayed: 0 });
    expect(await atTable(talk.sessionId)).toEqual(seats);
  });
});

describe("what a new lead would take along", () => {
  it("is shown to whoever may name one, on both lines, and to nobody else", async () => {
    const { dispute, sessionId } = await clashing(8);
    const input = { disputeId: dispute.disputeId, leadPersonId: idOf("mediator2") };
    const seats = [{ sessionId, ordinal: 1, isSeated: false, isFree: false, isTaken: true }];
    for (const who of ["committee", "head"]) expect(await comingSeats(county.as(who), input), who).toMatchObject(seats);
    expect(await refusedWith(comingSeats(county.as("mediator"), input))).toBe("forbidden");
    for (const who of ["committee2", "head2", "lawyer"])
      expect(await refusedWith(comingSeats(county.as(who), input)), who).toBe("notFound");
    // The function itself tells nobody without a right, whoever asks it by SQL.
    const byHand = (who: string) =>
      asActor(county.as(who), (tx) =>
        seatsToCome(tx, {
          countyId: county.countyId,
          proceedingId: dispute.proceedingId,
          personId: input.leadPersonId,
          now: new Date(),
        }),
      );
    expect(await byHand("head2")).toEqual([]);
    expect(await byHand("head")).toMatchObject(seats);
  });
});

describe("what a person leads, for handing all of it over", () => {
  it("is listed to the heads of its line and station with what goes along, and is empty once it is handed over", async () => {
    const { disputeId, proceedingId } = await bookable(county);
    await booked(county, { disputeId }, { startsAt: inDays(11, "09:00") });
    const mine = async (who: string, username: string) =>
      (await mattersOf(county.as(who), { personId: idOf(username) })).filter((one) => one.disputeId === disputeId);
    for (const who of ["committee", "head"])
      expect(await mine(who, "mediator"), who).toMatchObject([{ proceedingId, sessions: 1, nextStep: "holdSession" }]);
    expect(await mine("committee2", "mediator")).toEqual([]);
    await change(disputeId);
    expect(await mine("committee", "mediator")).toEqual([]);
    expect(await mine("committee", "mediator2")).toMatchObject([{ proceedingId, sessions: 1 }]);
  });
});
