import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  announceAll,
  deliverAll,
  keepingPort,
  nextMorning,
  testMessaging,
  waysIn,
} from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { endProceeding } from "../disputes/end-proceeding";
import { endProceedingInput } from "../disputes/inputs";
import { withdrawInvitation } from "../invitations/withdraw-invitation";
import { cancelSession } from "../sessions/cancel-session";
import { moveSessionInput } from "../sessions/inputs";
import { moveSession } from "../sessions/move-session";
import { invited, joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { unreached } from "../testing/endings";
import { bookable, booked, inDays, roomOne } from "../testing/sessions";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
beforeEach(() => database().execute(sql`delete from graphile_worker._private_jobs`));

const cancel = (dispute: { disputeId: string }, sessionId: string, sessionVersion = 1) =>
  cancelSession(county.as("mediator"), { disputeId: dispute.disputeId, sessionId, sessionVersion, reason: "改期" });
const move = (dispute: { disputeId: string }, sessionId: string, sessionVersion: number, startsAt: string) =>
  moveSession(
    county.as("mediator"),
    moveSessionInput.parse({
      disputeId: dispute.disputeId,
      sessionId,
      sessionVersion,
      startsAt,
      minutes: 90,
      roomId: county.rooms[roomOne],
    }),
  );
const lastWays = async (from: number) => (await waysIn(county.countyId)).slice(from).sort();
const ways = async () => (await waysIn(county.countyId)).length;

describe("a delivery", () => {
  it("brings time and place by mail with the session for the calendar, and strikes it out again", async () => {
    const { parties } = intake();
    const phones = ["+86 138-0000-2719", "１３８００００３３４４"];
    const dispute = await bookable(county, {
      parties: parties.map((party, i) => ({ ...party, phone: phones[i] ?? "" })),
    });
    await joined(county, dispute, "judge");
    const { sessionId } = await booked(county, dispute, {
      personIds: [county.people.judge ?? ""],
      startsAt: inDays(4),
    });
    const { messaging, mail, sms } = testMessaging();
    await announceAll({ now: nextMorning() });
    await deliverAll(messaging, nextMorning());
    const letter = mail.find((one) => one.to.address === "judge@demo.example" && one.invite);
    expect(letter?.subject).toBe("排了调解会");
    expect(letter?.text).toContain("14:30–16:00");
    expect(letter?.invite?.method).toBe("REQUEST");
    expect(letter?.invite?.content).toContain(`UID:${sessionId}@zhongtiao`);
    // However a phone is written, the platform is given its line.
    expect(sms.map((one) => one.to.address)).toEqual(expect.arrayContaining(["13800002719", "13800003344"]));
    expect(sms.filter((one) => !/^\d{11}$/.test(one.to.address))).toEqual([]);
    await cancel(dispute, sessionId);
    await announceAll({ now: nextMorning() });
    await deliverAll(messaging, nextMorning());
    const struck = mail.filter((one) => one.to.address === "judge@demo.example").at(-1);
    expect(struck?.invite?.method).toBe("CANCEL");
    expect(struck?.invite?.content).toContain("STATUS:CANCELLED");
  });

  it("waits for the morning at night, while the app has it at once; a session within twelve hours waits for nothing", async () => {
    const before = await ways();
    const night = new Date(inDays(1, "22:30"));
    const dispute = await bookable(county);
    await joined(county, dispute, "judge");
    await database().execute(sql`delete from graphile_worker._private_jobs`);
    await booked(county, dispute, { personIds: [county.people.judge ?? ""], startsAt: inDays(5) });
    const soon = await bookable(county);
    await booked(county, soon, { startsAt: inDays(2, "09:00") });
    await announceAll({ now: night });
    const { messaging, mail, sms } = testMessaging();
    await deliverAll(messaging, night);
    expect(mail.length).toBe(0);
    expect(sms.map((one) => one.text).every((text) => text.includes("09:00"))).toBe(true);
    expect(sms.length).toBe(2);
    expect(await lastWays(before)).toContain("周文博 sessionBooked inApp sent");
    await deliverAll(messaging, new Date(inDays(2, "08:00")));
    expect(sms.length).toBe(4);
    expect(mail.map((one) => one.to.address)).toEqual(["judge@demo.example"]);
  });

  it("moved twice before anything was sent: the newest time alone goes out, the older ones say why they did not", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await booked(county, dispute, { startsAt: inDays(7) });
    await move(dispute, sessionId, 1, inDays(8, "09:00"));
    await move(dispute, sessionId, 2, inDays(9, "15:30"));
    const before = await ways();
    await announceAll({ now: nextMorning() });
    const { messaging, sms } = testMessaging();
    await deliverAll(messaging, nextMorning());
    expect(sms.length).toBe(2);
    for (const { text } of sms) expect(text).toContain("15:30–17:00");
    const states = (await lastWays(before)).filter((way) => way.startsWith("刘玉芬"));
    expect(states).toEqual([
      "刘玉芬 sessionBooked sms suppressed superseded",
      "刘玉芬 sessionMoved sms sent",
      "刘玉芬 sessionMoved sms suppressed superseded",
    ]);
  });

  it("told the evening before and moved in the night: what waited is taken back when the new time is told", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await booked(county, dispute, { startsAt: inDays(7, "16:30") });
    const night = new Date(inDays(1, "21:30"));
    await announceAll({ now: night });
    await move(dispute, sessionId, 1, inDays(8, "16:30"));
    await announceAll({ now: night });
    const { messaging, sms } = testMessaging();
    await deliverAll(messaging, new Date(inDays(2, "10:00")));
    expect(sms.length).toBe(2);
    for (const { text } of sms) expect(text).toMatch(/^调解会改在/);
  });

  it("booked and cancelled before anything was sent: nobody outside is told of either", async () => {
    const dispute = await bookable(county);
    const { sessionId } = await booked(county, dispute, { startsAt: inDays(10) });
    const night = new Date(inDays(1, "21:30"));
    const before = await ways();
    await announceAll({ now: night });
    await cancel(dispute, sessionId);
    await announceAll({ now: night });
    const { messaging, sms } = testMessaging();
    await deliverAll(messaging, new Date(inDays(2, "10:00")));
    expect(sms).toEqual([]);
    expect((await lastWays(before)).filter((way) => way.startsWith("张建国"))).toEqual([
      "张建国 sessionBooked sms suppressed superseded",
      "张建国 sessionCancelled sms suppressed neverTold",
    ]);
  });

  it("checks the right to receive it again: nothing is sent when withdrawn or over, or to people who left", async () => {
    const dispute = await bookable(county);
    const { invitationId } = await invited(county, dispute, "enforcement");
    await invited(county, dispute, "justice");
    await announceAll({ now: nextMorning() });
    await withdrawInvitation(county.as("mediator"), { disputeId: dispute.disputeId, invitationId });
    await database().execute(
      sql`update people set disabled_at = now() where county_id = ${county.countyId}::uuid and id = ${county.people.justice ?? ""}::uuid`,
    );
    const { messaging, mail, sms } = testMessaging();
    await deliverAll(messaging, nextMorning());
    await database().execute(sql`update people set disabled_at = null where county_id = ${county.countyId}::uuid`);
    expect([...mail, ...sms]).toEqual([]);
    const states = (await waysIn(county.countyId)).filter((way) => /^(丁一鸣|韩冰) invited/.test(way));
    expect(states).toEqual([
      "丁一鸣 invited inApp sent",
      "丁一鸣 invited email suppressed notAskedAnyMore",
      "丁一鸣 invited sms suppressed notAskedAnyMore",
      "韩冰 invited inApp sent",
      "韩冰 invited email suppressed personLeft",
      "韩冰 invited sms suppressed personLeft",
    ]);
  });

  it("an ended proceeding calls off what was booked, to each who was told to come, and frees who was asked", async () => {
    const dispute = await bookable(county);
    await joined(county, dispute, "lawyer");
    await invited(county, dispute, "property");
    await booked(county, dispute, { personIds: [county.people.lawyer ?? ""], startsAt: inDays(11) });
    const { messaging, sms } = testMessaging();
    await announceAll({ now: nextMorning() });
    await deliverAll(messaging, nextMorning());
    const before = await ways();
    sms.length = 0;
    await endProceeding(
      county.as("mediator"),
      endProceedingInput.parse({
        disputeId: dispute.disputeId,
        ...(await unreached(dispute.disputeId)),
      }),
    );
    await announceAll({ now: nextMorning() });
    await deliverAll(messaging, nextMorning());
    const notified = (await lastWays(before)).filter((way) => way.includes(" sms ") || way.includes("inApp"));
    expect(notified).toEqual(
      [
        "刘玉芬 sessionCancelled sms sent",
        "孙立 invitationWithdrawn inApp sent",
        "孙立 invitationWithdrawn sms sent",
        "张建国 sessionCancelled sms sent",
        "林晓岚 sessionCancelled inApp sent",
        "林晓岚 sessionCancelled sms sent",
      ].sort(),
    );
    expect(sms.length).toBe(4);
  });

  it("is in the recipient's language", async () => {
    await database().execute(
      sql`update accounts set locale = 'en' where county_id = ${county.countyId}::uuid and person_id = ${county.people.cadre ?? ""}::uuid`,
    );
    const dispute = await bookable(county);
    await invited(county, dispute, "cadre");
    const { messaging, mail, sms } = testMessaging();
    await announceAll({ now: nextMorning() });
    await deliverAll(messaging, nextMorning());
    expect(mail.map((one) => one.subject)).toEqual(["You are asked to help mediate"]);
    expect(sms[0]?.text).toMatch(/asks you to help mediate. Answer by .*: https:\/\/zhongtiao\.example\/n$/);
  });
});

describe("what the other side says", () => {
  /** One invitation by mail through a port that answers as told. */
  async function oneLetter(answer: Parameters<typeof keepingPort>[0]) {
    const dispute = await bookable(county);
    await invited(county, dispute, "surveyor");
    const kept = keepingPort(answer);
    const { messaging } = testMessaging({ email: kept.port });
    await announceAll({ now: nextMorning() });
    const row = async () => {
      const [found] = await database().execute<{
        status: string;
        problem: string;
        attempts: number;
        not_before: string;
      }>(sql`
        select d.status, d.problem, d.attempts, d.not_before from deliveries d join notifications n on n.county_id = d.county_id and n.id = d.notification_id
        where n.dispute_id = ${dispute.disputeId}::uuid and d.channel = 'email'`);
      return found;
    };
    return { messaging, kept, row };
  }

  it("later: tried again after a growing pause under the same key, until it is taken", async () => {
    const keys: string[] = [];
    const { messaging, kept, row } = await oneLetter(({ key }) => {
      keys.push(key);
      return keys.length < 4 ? { is: "later", problem: "busyThere" } : { is: "sent", reference: "ok" };
    });
    let now = nextMorning();
    const pauses: number[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      await deliverAll(messaging, now);
      const at = new Date((await row())?.not_before ?? 0);
      if (tries < 3) pauses.push((at.getTime() - now.getTime()) / 1_000);
      now = new Date(Math.max(at.getTime(), now.getTime()));
    }
    expect(pauses).toEqual([30, 60, 120]);
    expect(new Set(keys).size).toBe(1);
    expect(kept.letters.length).toBe(1);
    expect(await row()).toMatchObject({ status: "sent", attempts: 4, problem: "" });
  });

  it("later for ever: given up after twelve tries, for everyone to see", async () => {
    const { messaging, row } = await oneLetter(() => ({ is: "later", problem: "unreachable" }));
    let tries = 0;
    for (let now = nextMorning(); tries < 20 && (await row())?.status !== "failed"; tries += 1) {
      await database().execute(
        sql`update deliveries set not_before = ${now.toISOString()}::timestamptz where status = 'queued'`,
      );
      await database().execute(sql`update graphile_worker._private_jobs set run_at = now() - interval '1 second'`);
      await deliverAll(messaging, now);
      now = new Date(now.getTime() + 1_000);
    }
    expect(await row()).toMatchObject({ status: "failed", problem: "gaveUp", attempts: 12 });
    expect(tries).toBe(12);
  });

  it("never: failed at once with the reason, and not tried again", async () => {
    const { messaging, row } = await oneLetter(() => ({ is: "refused", problem: "badAddress" }));
    await deliverAll(messaging, nextMorning());
    await deliverAll(messaging, nextMorning());
    expect(await row()).toMatchObject({ status: "failed", problem: "badAddress", attempts: 1 });
  });
});
