import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { announceAll, deliverAll, nextMorning, remindAll, testMessaging } from "@/bin/operation/testing/notifications";
import { messageTexts } from "@/bin/operation/worker/message-texts";
import { database } from "@/db/client";
import { dueKinds } from "@/db/schema/notifications";
import { locales, notificationKinds } from "@/db/vocabulary";
import { setSummary } from "../../disputes/set-summary";
import { writeNoteInput } from "../../notes/inputs";
import { writeNote } from "../../notes/write-note";
import { cancelSession } from "../../sessions/cancel-session";
import { moveSessionInput } from "../../sessions/inputs";
import { moveSession } from "../../sessions/move-session";
import { invited, joined } from "../../testing/convening";
import { testCounty } from "../../testing/county";
import { bookable, booked, inDays, roomOne } from "../../testing/sessions";
import type { Group } from "./audience-groups";
import type { DeliveryContext } from "./delivery-context";
import { audienceByAction, type Line } from "./recipients";
import { fillingOf, pathOf, wordsOf } from "./words";

const now = new Date("2026-11-25T10:00:00+08:00");
const context = (
  kind: DeliveryContext["kind"],
  channel: DeliveryContext["channel"],
  locale: "zh-CN" | "en",
  over: Partial<DeliveryContext> = {},
): DeliveryContext => ({
  channel,
  attempts: 1,
  kind,
  to: "person",
  params: {
    startsAt: "2026-11-26T06:30:00.000Z",
    endsAt: "2026-11-26T08:00:00.000Z",
    before: "2026-11-25T06:30:00.000Z",
    room: "驻所调解室一",
    point: "柳湾派出所调解室",
    address: "柳湾路 18 号",
    name: "周文博",
    asker: "沈静",
    answerBy: "2026-11-26T03:00:00.000Z",
    answer: "accepted",
    formerly: "丁海",
    clause: 12,
    dueOn: "2026-12-28",
  },
  sessionId: "s",
  asking: null,
  invitationId: "i",
  disputeId: "d",
  recipient: {
    to: "person",
    id: "p",
    name: "林晓岚",
    email: "lin@example.org",
    phone: "13900001001",
    locale,
    hasAccount: true,
    isDisabled: false,
    isHelper: true,
  },
  number: "LW-2026-0417",
  lead: { name: "沈静", phone: "13900001000" },
  session: null,
  invitation: null,
  isInCharge: true,
  isHead: false,
  isOfOffice: true,
  hasNewer: false,
  question: null,
  stillOwes: true,
  hasSlip: false,
  videoUrl: "",
  ...over,
});

/** Groups in which people without an account can be; the others are staff. */
const strangers: ReadonlySet<Group> = new Set<Group>([
  "invitee",
  "attendees",
  "joiners",
  "interpreters",
  "askedInterpreters",
  "askedNow",
  "sides",
  "waiting",
  "leavers",
  "expectedAtCancelled",
  "dropped",
  "helpers",
  "parties",
  "leadAsker",
  "leftSessions",
]);
const strangersKinds = [
  ...dueKinds,
  ...new Set(
    Object.values(audienceByAction)
      .flat()
      .filter((line: Line) => line.who.some((group) => strangers.has(group)))
      .map(({ kind }) => kind),
  ),
];

describe("the text of a message", () => {
  const place = testMessaging().messaging;

  it.each(notificationKinds.flatMap((kind) => locales.map((locale) => [kind, locale] as const)))(
    "%s in %s are whole on every way",
    (kind, locale) => {
      for (const channel of ["email", "sms", "wecom"] as const) {
        const { subject, text } = wordsOf(context(kind, channel, locale), place, now, "/notices");
        expect(`${subject}${text}`).not.toMatch(/[{}]|undefined|messages\./);
        expect(text.trim()).not.toBe("");
        if (channel === "email") expect(subject.trim()).not.toBe("");
      }
    },
  );

  it.each(notificationKinds)("%s fits one text message of 70 characters in Chinese", (kind) => {
    const { text } = wordsOf(
      context(kind, "sms", "zh-CN", { hasSlip: true }),
      { ...place, baseUrl: "https://zt.example" },
      now,
      "",
    );
    expect([...text].length, text).toBeLessThanOrEqual(70);
  });

  it("a missing text is an error, never a key in a sent message", () => {
    expect(() => messageTexts.translate("zh-CN", "nothing.subject", {})).toThrow();
  });

  it.each(strangersKinds.flatMap((kind) => locales.map((locale) => [kind, locale] as const)))(
    "%s in %s sends nobody without an account to a page that asks them to sign in",
    (kind, locale) => {
      for (const to of ["person", "party", "outsider"] as const)
        for (const channel of ["email", "sms"] as const) {
          const known = context(kind, channel, locale, { to });
          const stranger = { ...known, recipient: { ...known.recipient, hasAccount: false } };
          const alone = wordsOf(stranger, place, now, pathOf(known, true)).text;
          expect(alone).not.toContain(place.baseUrl);
          expect(alone).not.toMatch(/打开看|open it|登录|sign in/i);
          const guest = wordsOf({ ...stranger, guestLink: "token" }, place, now, pathOf(known, true)).text;
          expect(guest.replaceAll(`${place.baseUrl}/i#token`, "")).not.toContain(place.baseUrl);
        }
    },
  );

  it("say nothing of what is not in the params: unknown values stay empty", () => {
    const bare = fillingOf(context("sessionBooked", "sms", "zh-CN", { params: {} }), place, now);
    expect(bare).toMatchObject({ when: "", hasWhen: "no", spot: "", who: "" });
  });
});

describe("what leaves the system", () => {
  it("holds no fact, no title, no party's name and no note, through any channel, in subject, text or calendar file", async () => {
    const county = await testCounty();
    const canaries = [
      "金丝雀事实",
      "金丝雀标题",
      "金丝雀甲",
      "金丝雀乙",
      "金丝雀记录",
      "金丝雀中性",
      "金丝雀地点",
      "金丝雀取消",
    ];
    const dispute = await bookable(county);
    const db = database();
    await db.execute(sql`update dispute_facts set facts = '金丝雀事实' where dispute_id = ${dispute.disputeId}::uuid`);
    await db.execute(
      sql`update disputes set title = '金丝雀标题', place = '金丝雀地点' where id = ${dispute.disputeId}::uuid`,
    );
    await db.execute(
      sql`update parties set name = case side when 1 then '金丝雀甲' else '金丝雀乙' end where dispute_id = ${dispute.disputeId}::uuid`,
    );
    await setSummary(county.as("mediator"), {
      disputeId: dispute.disputeId,
      summaryVersion: 2,
      neutralSummary: "金丝雀中性",
    });
    await writeNote(
      county.as("mediator"),
      writeNoteInput.parse({ disputeId: dispute.disputeId, lane: "mediator", text: "金丝雀记录" }),
    );
    await joined(county, dispute, "judge");
    await invited(county, dispute, "lawyer");
    const { messaging: place, mail, sms, robot } = testMessaging();
    const tell = async () => {
      await announceAll({ now: nextMorning(), robots: place.ports });
      await deliverAll(place, nextMorning());
    };
    await tell();
    const startsAt = inDays(6);
    const { sessionId } = await booked(county, dispute, {
      personIds: [county.people.judge ?? ""],
      startsAt: inDays(5),
    });
    await tell();
    await moveSession(
      county.as("mediator"),
      moveSessionInput.parse({
        disputeId: dispute.disputeId,
        sessionId,
        sessionVersion: 1,
        startsAt,
        minutes: 90,
        roomId: county.rooms[roomOne],
      }),
    );
    await tell();
    for (const hours of [24, 2]) {
      const at = new Date(new Date(startsAt).getTime() - hours * 3_600_000);
      await remindAll(at);
      await deliverAll(place, at);
    }
    await cancelSession(county.as("mediator"), {
      disputeId: dispute.disputeId,
      sessionId,
      sessionVersion: 2,
      reason: "金丝雀取消",
    });
    await tell();
    const out = [...mail, ...sms, ...robot].map((one) => `${one.subject}\n${one.text}\n${one.invite?.content ?? ""}`);
    expect(mail.length).toBeGreaterThan(3);
    expect(sms.length).toBeGreaterThan(8);
    expect(robot.length).toBeGreaterThan(1);
    for (const canary of canaries) for (const text of out) expect(text).not.toContain(canary);
    for (const { text } of [...robot]) expect(text).not.toMatch(/周文博|林晓岚|沈静|\b139\d{8}\b/);
    const params = await db.execute<{ params: string }>(
      sql`select params::text as params from notifications where county_id = ${county.countyId}::uuid`,
    );
    for (const row of params) for (const canary of canaries) expect(row.params).not.toContain(canary);
  });
});
