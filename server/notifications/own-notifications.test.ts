import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  announceAll,
  deliverAll,
  keepingPort,
  nextMorning,
  notificationsIn,
  remindAll,
  testMessaging,
  waysIn,
} from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { sendInvitationInput } from "../invitations/inputs";
import { sendInvitation } from "../invitations/send-invitation";
import { cancelSession } from "../sessions/cancel-session";
import { moveSessionInput } from "../sessions/inputs";
import { moveSession } from "../sessions/move-session";
import { eventsOf, member } from "../testing/asked";
import { invited, joined } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { bookable, booked, inDays, roomOne } from "../testing/sessions";
import { remindInviteesInput } from "./inputs";
import { markRead } from "./mark-read";
import { deliveriesOf, deliveryCounts, ownNotifications, unreadCount } from "./queries";
import { remindInvitees } from "./remind-invitees";
import { retryDelivery } from "./retry-delivery";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
beforeEach(() => database().execute(sql`delete from graphile_worker._private_jobs`));
const hour = 3_600_000;
const count = async () => (await notificationsIn(county.countyId)).length;
const newsSince = async (from: number) =>
  (await notificationsIn(county.countyId, from)).map(({ kind, name }) => `${kind} ${name}`).sort();

describe("one's own notifications", () => {
  it("come newest first, count as unread until seen, one by one or all up to the newest on the page", async () => {
    const dispute = await bookable(county);
    for (const name of ["judge", "property", "cadre"]) await joined(county, dispute, name);
    const me = county.as("mediator");
    const zero = await unreadCount(me);
    await announceAll();
    expect(await unreadCount(me)).toBe(zero + 3);
    const { rows } = await ownNotifications(me, { before: null });
    expect(rows[0]).toMatchObject({
      kind: "invitationAnswered",
      isRead: false,
      href: `/disputes/${dispute.disputeId}/sessions`,
    });
    expect(rows[0]?.title).not.toBeNull();
    await markRead(county.as("mediator"), { id: rows[0]?.id ?? "" });
    expect(await unreadCount(me)).toBe(zero + 2);
    await joined(county, dispute, "justice");
    await announceAll();
    await markRead(county.as("mediator"), { upTo: rows[0]?.id ?? "" });
    expect(await unreadCount(me)).toBe(1);
  });

  it("of another person can be neither read nor marked", async () => {
    const { rows } = await ownNotifications(county.as("mediator"), { before: null });
    expect(await markRead(county.as("judge"), { id: rows[0]?.id ?? "" })).toEqual({ read: 0 });
    const own = (await ownNotifications(county.as("judge"), { before: null })).rows.map((row) => row.id);
    expect(rows.some((row) => own.includes(row.id))).toBe(false);
  });

  it("name the dispute only to readers who may open it: an invitee sees time and asker, no title", async () => {
    const dispute = await bookable(county);
    await invited(county, dispute, "surveyor");
    await announceAll();
    const { rows } = await ownNotifications(county.as("surveyor"), { before: null });
    expect(rows[0]).toMatchObject({ kind: "invited", title: null });
    expect(rows[0]?.params).toMatchObject({ asker: "沈静" });
  });
});

describe("the lead team", () => {
  it("sees what did not arrive and sends it again with the address of now; anything else is refused", async () => {
    const dispute = await bookable(county);
    await invited(county, dispute, "enforcement");
    await announceAll();
    const kept = keepingPort(() => ({ is: "refused", problem: "badAddress" }));
    const broken = testMessaging({ sms: kept.port });
    const now = nextMorning();
    await database().execute(sql`update graphile_worker._private_jobs set run_at = now() - interval '1 day'`);
    await deliverAll(broken.messaging, now);
    const ways = async () =>
      (await deliveriesOf(county.as("mediator"), dispute)).notified
        .flatMap((one) => one.ways)
        .filter((way) => way.channel === "sms");
    const [failed] = await ways();
    expect(failed).toMatchObject({ status: "failed", problem: "badAddress", address: expect.stringContaining("****") });
    await database().execute(sql`update people set phone = '13711112222'
      where county_id = ${county.countyId}::uuid and id = ${county.people.enforcement ?? ""}::uuid`);
    await retryDelivery(county.as("mediator"), { disputeId: dispute.disputeId, deliveryId: failed?.id ?? "" });
    const good = testMessaging();
    await deliverAll(good.messaging, now);
    expect((await ways())[0]).toMatchObject({ status: "sent", isRecorded: false, address: "137****2222" });
    const again = retryDelivery(county.as("mediator"), { disputeId: dispute.disputeId, deliveryId: failed?.id ?? "" });
    expect(await refusedWith(again)).toMatch(/deliveryNotFailed/);
  });

  it("reminds whoever has not answered, not sooner than the rule says after the last message", async () => {
    const dispute = await bookable(county);
    const { invitationId } = await invited(county, dispute, "village");
    await announceAll();
    const before = await count();
    const remind = (now: Date) =>
      remindInvitees(county.as("mediator", { now }), { disputeId: dispute.disputeId, invitationId });
    expect(await refusedWith(remind(new Date(Date.now() + 3.9 * hour)))).toMatch(/remindedLately/);
    await remind(new Date(Date.now() + 4.1 * hour));
    expect(await refusedWith(remind(new Date(Date.now() + 8 * hour)))).toMatch(/remindedLately/);
    // A month is longer than any row of days off.
    expect(await refusedWith(remind(new Date(Date.now() + 30 * 24 * hour)))).toMatch(/invitationClosed/);
    await announceAll({ now: new Date(Date.now() + 4.1 * hour) });
    expect(await newsSince(before)).toEqual(["invited 韦国庆"]);
  });

  it("reminds all who have not answered by one act, a guest by text message, and leaves out those asked lately", async () => {
    const dispute = await bookable(county);
    const all = remindInviteesInput.parse({ disputeId: dispute.disputeId });
    const remindAt = (hours: number, as = "mediator") =>
      remindInvitees(county.as(as, { now: new Date(Date.now() + hours * hour) }), all);
    expect(await refusedWith(remindAt(0))).toMatch(/nobodyWaiting/);
    const guest = await member(county, "lawyer", { name: "客座律师" });
    const asked = sendInvitationInput.parse({ ...dispute, personId: guest.personId, forceCode: "lawyer" });
    const one = await sendInvitation(county.as("mediator"), asked);
    const two = await invited(county, dispute, "village");
    await joined(county, dispute, "judge");
    expect(await refusedWith(remindAt(1))).toMatch(/remindedLately/);
    expect(await refusedWith(remindAt(5, "judge"))).toMatch(/forbidden/);
    await remindInvitees(county.as("mediator", { now: new Date(Date.now() + 4.1 * hour) }), {
      ...all,
      invitationId: two.invitationId,
    });
    const presses = await Promise.allSettled([remindAt(5), remindAt(5)]);
    expect(presses.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(presses.find((press) => press.status === "fulfilled")?.value.invitationIds).toEqual([one.invitationId]);
    expect((await remindAt(9.2)).invitationIds.sort()).toEqual([one.invitationId, two.invitationId].sort());
    await announceAll({ now: new Date(Date.now() + 9.2 * hour) });
    const told = await eventsOf(dispute.disputeId, "invitation.remind");
    expect(told.map(({ person }) => person)).toEqual([
      county.people.village,
      guest.personId,
      expect.anything(),
      expect.anything(),
    ]);
    const ways = await waysIn(county.countyId);
    expect(ways.filter((way) => way.startsWith("客座律师 invited"))).toEqual(
      Array(3).fill("客座律师 invited sms queued"),
    );
  });

  it("is the lead's and the committee's: others are refused, the administrator sees numbers alone", async () => {
    const dispute = await bookable(county);
    expect(await refusedWith(deliveriesOf(county.as("judge"), dispute))).toMatch(/notFound/);
    expect(await refusedWith(deliveriesOf(county.as("officer"), dispute))).toMatch(/forbidden/);
    expect((await deliveriesOf(county.as("committee"), dispute)).mayRetry).toBe(false);
    const counts = await deliveryCounts(county.as("admin"));
    expect(counts.find((one) => one.channel === "inApp")?.sent).toBeGreaterThan(0);
  });
});

describe("what was written long after it happened", () => {
  it("is history: in the app, read when it is old, and never sent; older than a month it is not told at all", async () => {
    const dispute = await bookable(county);
    const ago = (days: number) => new Date(Date.now() - days * 24 * hour);
    const { sendInvitation } = await import("../invitations/send-invitation");
    const { sendInvitationInput } = await import("../invitations/inputs");
    const ask = (username: string, forceCode: string, days: number) =>
      sendInvitation(
        county.as("mediator", { now: ago(days) }),
        sendInvitationInput.parse({ disputeId: dispute.disputeId, personId: county.people[username], forceCode }),
      );
    const before = (await waysIn(county.countyId)).length;
    const notified = await count();
    await ask("town", "townCadre", 40);
    await ask("judge3", "courtStaff", 10);
    await ask("lawyer2", "lawyer", 1);
    await announceAll();
    const rows = await database().execute<{ name: string; read: boolean }>(sql`
      select p.name, n.read_at is not null as read from notifications n join people p on p.county_id = n.county_id and p.id = n.recipient_id
      where n.dispute_id = ${dispute.disputeId}::uuid order by n.created_at`);
    expect([...rows]).toEqual([
      { name: "贺兰明珠", read: true },
      { name: "司马青", read: false },
    ]);
    expect(await count()).toBe(notified + 2);
    const { messaging, mail, sms } = testMessaging();
    await deliverAll(messaging, nextMorning());
    expect([...mail, ...sms]).toEqual([]);
    expect((await waysIn(county.countyId)).length).toBe(before + 2);
  });
});

describe("the outbox", () => {
  it("holds nothing of an act that was refused or rolled back, and one job for each that was done", async () => {
    const dispute = await bookable(county);
    await database().execute(sql`delete from graphile_worker._private_jobs`);
    const jobs = async () => {
      const [row] = await database().execute<{ n: number }>(
        sql`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'announce'`,
      );
      return row?.n;
    };
    const startsAt = inDays(12);
    const races = await Promise.allSettled(Array.from({ length: 12 }, () => booked(county, dispute, { startsAt })));
    const done = races.filter((race) => race.status === "fulfilled").length;
    expect(done).toBe(1);
    expect(await jobs()).toBe(1);
  });
});

describe("reminders", () => {
  it("reach everyone who comes a day and two hours before, parties by text message, each once", async () => {
    const dispute = await bookable(county);
    await joined(county, dispute, "lawyer");
    const startsAt = inDays(5);
    await booked(county, dispute, { personIds: [county.people.lawyer ?? ""], startsAt });
    await announceAll();
    const before = await count();
    const at = (hours: number) => new Date(new Date(startsAt).getTime() - hours * hour);
    expect(await remindAll(at(25))).toBe(0);
    await remindAll(at(24));
    expect(await newsSince(before)).toEqual(
      ["刘玉芬", "张建国", "林晓岚", "沈静"].map((name) => `reminderDay ${name}`).sort(),
    );
    const middle = await count();
    await remindAll(at(2));
    expect(await newsSince(middle)).toEqual(
      ["刘玉芬", "张建国", "林晓岚", "沈静"].map((name) => `reminderHours ${name}`).sort(),
    );
    const { messaging, sms } = testMessaging();
    await deliverAll(messaging, at(1.9));
    expect(sms.filter((one) => one.text.startsWith("就要开会")).length).toBe(4);
  });

  it("follow a move and end with a cancellation", async () => {
    const dispute = await bookable(county);
    const [first, second] = [inDays(6), inDays(8)];
    const { sessionId } = await booked(county, dispute, { startsAt: first });
    await announceAll();
    await moveSession(
      county.as("mediator"),
      moveSessionInput.parse({
        disputeId: dispute.disputeId,
        sessionId,
        sessionVersion: 1,
        startsAt: second,
        minutes: 90,
        roomId: county.rooms[roomOne],
      }),
    );
    await announceAll();
    const before = await count();
    const dayBefore = (startsAt: string) => new Date(new Date(startsAt).getTime() - 24 * hour);
    expect(await remindAll(dayBefore(first))).toBe(0);
    expect(await remindAll(dayBefore(second))).toBe(1);
    expect((await newsSince(before)).length).toBe(3);
    const middle = await count();
    await cancelSession(county.as("mediator"), {
      disputeId: dispute.disputeId,
      sessionId,
      sessionVersion: 2,
      reason: "改期",
    });
    await remindAll(new Date(new Date(second).getTime() - 2 * hour));
    expect(await newsSince(middle)).toEqual([]);
  });
});
