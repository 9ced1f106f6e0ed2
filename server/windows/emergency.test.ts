import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { appRouter } from "../api/root";
import { addParty } from "../disputes/add-party";
import { addPartyInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { addDays, dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { afterOfficeHours, endOfOfficeDay, type Office } from "../rules/office-hours";
import { dayOverridesOf, rulesOn } from "../rules/queries";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { lastEventOf } from "../testing/sessions";
import { callerFactory } from "../trpc/init";
import { askEmergency } from "./ask-emergency";
import { askWindow } from "./ask-window";
import { confirmEmergency } from "./confirm-emergency";
import { decideWindow } from "./decide-window";
import { decideWindowInput, reasonedInput, restrictDisputeInput, reviewWindowInput } from "./inputs";
import { officeWindows, openEmergencies } from "./queries";
import { restrictDispute } from "./restrict-dispute";
import { reviewEmergency } from "./review-emergency";

const minute = 60_000;
const base = Date.now();
const at = (minutes: number) => new Date(base + minutes * minute);
/** When the review of a reading that ended after 61 minutes is due, and the minutes from then on: the office is open. */
const dueAfter = (minutes = 0) =>
  new Date(afterOfficeHours(at(61), office.rules["window.reviewHours"], office).getTime() + minutes * minute);

let county: TestCounty;
let office: Office;
beforeAll(async () => {
  county = await testCounty();
  office = await asActor(county.as("head"), async (tx) => ({
    rules: await rulesOn(tx, county.countyId, dayOf(at(0))),
    overrides: await dayOverridesOf(tx, county.countyId),
  }));
});

async function restricted() {
  const { disputeId } = await acceptedDispute(county);
  const input = restrictDisputeInput.parse({ disputeId, ground: "partyRequest", reason: "当事人要求不公开" });
  await restrictDispute(county.as("mediator"), input);
  return disputeId;
}
const need = (disputeId: string, by = "officer", now = at(0)) =>
  askEmergency(county.as(by, { now }), reasonedInput.parse({ disputeId, reason: "接警说有人要伤人" }));
const confirm = (disputeId: string, windowId: string, by: string, now = at(1)) =>
  confirmEmergency(county.as(by, { now }), { disputeId, windowId });
const review = (disputeId: string, windowId: string, by: string, over: Record<string, unknown> = {}, now = at(120)) =>
  reviewEmergency(
    county.as(by, { now }),
    reviewWindowInput.parse({ disputeId, windowId, review: "inOrder", note: "", ...over }),
  );
const reads = (disputeId: string, by: string, now: Date) =>
  disputeById(county.as(by, { now }), { disputeId }).then(
    () => true,
    () => false,
  );

describe("emergency reading", () => {
  it("opens at once for the asker alone, when a second person confirms, and closes after the rule's minutes", async () => {
    const disputeId = await restricted();
    const from = (await notificationsIn(county.countyId)).length;
    const { windowId } = await need(disputeId);
    expect(await reads(disputeId, "officer", at(0))).toBe(false);
    await confirm(disputeId, windowId, "mediator2");
    expect(await lastEventOf(county, disputeId)).toMatchObject({
      action: "window.confirm",
      payload: { windowId, reason: "接警说有人要伤人" },
    });
    expect(await reads(disputeId, "officer", at(1))).toBe(true);
    for (const other of ["mediator2", "head", "committee"]) expect(await reads(disputeId, other, at(1))).toBe(false);
    const banner = [
      expect.objectContaining({ id: windowId, reason: "接警说有人要伤人", endsAt: at(61).toISOString() }),
    ];
    for (const who of ["mediator", "officer"])
      expect(await openEmergencies(county.as(who, { now: at(30) }), { disputeId }), who).toEqual(banner);
    expect((await disputeById(county.as("mediator", { now: at(30) }), { disputeId })).emergencies).toHaveLength(1);
    for (const who of ["mediator2", "head", "mediator3"])
      expect(await openEmergencies(county.as(who, { now: at(30) }), { disputeId }), who).toEqual([]);
    expect(await reads(disputeId, "officer", at(61))).toBe(false);
    expect(await openEmergencies(county.as("mediator", { now: at(61) }), { disputeId })).toEqual([]);
    await announceAll();
    const told = (await notificationsIn(county.countyId, from)).map(({ kind }) => kind);
    for (const kind of ["emergencyAsked", "emergencyOpened"])
      expect(told.filter((one) => one === kind).length, kind).toBeGreaterThanOrEqual(3);
  });

  it("waits for minutes round the clock; what a head decides at leisure waits until the office closes", async () => {
    const disputeId = await restricted();
    const { windowId } = await need(disputeId);
    const other = await askWindow(
      county.as("committee", { now: at(0) }),
      reasonedInput.parse({ disputeId, reason: "复查" }),
    );
    const rows = await database().execute<{ id: string; at: string }>(
      sql`select id, lapses_at as at from reading_windows where dispute_id = ${disputeId}::uuid`,
    );
    const until = new Map(rows.map((row) => [row.id, new Date(row.at)]));
    expect(until.get(windowId)).toEqual(at(30));
    expect(until.get(other.windowId)).toEqual(endOfOfficeDay(addDays(dayOf(at(0)), 7), office));
  });

  it("is confirmed by another person of the office, once, within minutes: not by the asker, an administrator or a stranger", async () => {
    const disputeId = await restricted();
    const { windowId } = await need(disputeId);
    expect(await refusedWith(confirm(disputeId, windowId, "officer"))).toBe("secondPersonNeeded");
    expect(await refusedWith(confirm(disputeId, windowId, "admin"))).toBe("forbidden");
    expect(await refusedWith(confirm(disputeId, windowId, "judge"))).toBe("forbidden");
    expect(await refusedWith(confirm(disputeId, windowId, "head2"))).toBe("notFound");
    expect(await refusedWith(need(disputeId, "admin"))).toBe("forbidden");
    expect(await refusedWith(confirm(disputeId, windowId, "head", at(30)))).toBe("requestLapsed");
    const again = await need(disputeId, "officer", at(31));
    await confirm(disputeId, again.windowId, "head", at(32));
    expect(await refusedWith(confirm(disputeId, again.windowId, "committee", at(33)))).toBe("alreadyDecided");
  });

  it("is reviewed afterwards by a head of another duty who did not confirm it; the page says when that is overdue", async () => {
    const disputeId = await restricted();
    const { windowId } = await need(disputeId, "head");
    await confirm(disputeId, windowId, "mediator2");
    expect(await refusedWith(review(disputeId, windowId, "committee", {}, at(30)))).toBe("windowStillOpen");
    const listed = async (by: string, now: Date) =>
      (await officeWindows(county.as(by, { now }))).windows.filter(({ id }) => id === windowId);
    expect(await listed("committee", at(90))).toMatchObject([
      { may: "review", state: "over", reviewDueAt: dueAfter().toISOString() },
    ]);
    expect(await refusedWith(review(disputeId, windowId, "head"))).toBe("otherDutyDecides");
    expect(reviewWindowInput.safeParse({ disputeId, windowId, review: "complaint", note: "" }).success).toBe(false);
    await review(disputeId, windowId, "committee", { review: "complaint", note: "事由与所看的内容不符" });
    expect(await lastEventOf(county, disputeId)).toMatchObject({
      action: "window.review",
      payload: { review: "complaint" },
    });
    expect(await listed("committee", at(130))).toEqual([]);
    expect(await refusedWith(review(disputeId, windowId, "committee"))).toBe("alreadyDecided");
  });
});

describe("a review that is late", () => {
  const reds = async (by: string, now: Date, ids: string[]) => {
    const blank = { name: "", username: by, post: "", stationName: null, committeeName: null, locale: null };
    const signedIn = { ...blank, actor: county.actor(by), mustChangePassword: false, mustAddFactor: false };
    const { overview } = callerFactory(appRouter)({ now, requestId: "LATE", signedIn });
    return (await overview.redList({})).rows.filter(({ id }) => ids.includes(id));
  };

  it("is on the red list of the head who has to make it, by its number alone, until it is made", async () => {
    const disputeId = await restricted();
    const { windowId } = await need(disputeId, "mediator2");
    await confirm(disputeId, windowId, "officer");
    expect(await reds("head", dueAfter(-1), [windowId])).toEqual([]);
    const [row] = await reds("head", dueAfter(1), [windowId]);
    expect(row).toMatchObject({
      kind: "review",
      reasons: ["reviewLate"],
      nextDueAt: dueAfter().toISOString(),
      place: "",
    });
    expect(row?.title).toBe(row?.number);
    expect(await reds("head2", dueAfter(1), [windowId])).toEqual([]);
    await review(disputeId, windowId, "head", {}, dueAfter(2));
    expect(await reds("head", dueAfter(3), [windowId])).toEqual([]);
  });

  it("is on nobody's who may not make it: neither of whoever confirmed the reading nor of its reader", async () => {
    const disputeId = await restricted();
    const { windowId } = await need(disputeId, "mediator2");
    await confirm(disputeId, windowId, "head");
    const other = await restricted();
    const own = await need(other, "head");
    await confirm(other, own.windowId, "mediator2");
    expect(await reds("head", dueAfter(1), [windowId, own.windowId])).toEqual([]);
  });
});

describe("a minor's record", () => {
  it("is opened to the station in a window, name and guardian without the phone, and closes with it", async () => {
    const { disputeId, proceedingId } = await acceptedDispute(county);
    const links = [{ kind: "guardian" as const, name: "邱国强", phone: "13905786600" }];
    const child = { side: 2, standing: "respondent", name: "邱小宝", phone: "13905786625", isMinor: true, links };
    await addParty(county.as("mediator"), addPartyInput.parse({ disputeId, proceedingId, party: child }));
    const page = async (by: string, now: Date) => {
      const { parties, areMinorsClosed } = await disputeById(county.as(by, { now }), { disputeId });
      const minor = parties.find(({ isMinor }) => isMinor);
      return [minor?.name, minor?.links[0]?.name, minor?.contacts?.phone ?? "", areMinorsClosed];
    };
    const closed = ["邱某", "邱某", "", true];
    expect(await page("head", at(0))).toEqual(closed);
    expect(await page("mediator", at(0))).toEqual(["邱小宝", "邱国强", "139****6625", false]);
    const { windowId } = await askWindow(
      county.as("head", { now: at(0) }),
      reasonedInput.parse({ disputeId, reason: "联系学校和监护人" }),
    );
    const grant = decideWindowInput.parse({ disputeId, windowId, isGranted: true, hours: 1 });
    await decideWindow(county.as("committee", { now: at(1) }), grant);
    expect(await page("head", at(1))).toEqual(["邱小宝", "邱国强", "", false]);
    expect(await lastEventOf(county, disputeId)).toMatchObject({ action: "window.read", payload: { windowId } });
    expect((await page("officer", at(1)))[0]).toBe("邱某");
    expect(await page("head", at(61))).toEqual(closed);
  });
});

describe("by raw SQL through the product's login", () => {
  it("nobody opens, lengthens, revives or forges a window", async () => {
    const disputeId = await restricted();
    const { windowId } = await askWindow(
      county.as("head", { now: at(0) }),
      reasonedInput.parse({ disputeId, reason: "答复信访人" }),
    );
    const write = (by: string, statement: ReturnType<typeof sql>, now = at(1)) =>
      refusedWith(asActor(county.as(by, { now }), (tx) => tx.execute(statement)));
    const opening = (by: string, hours: number) => sql`update reading_windows set is_granted = true,
      decided_by = ${county.people[by] ?? ""}::uuid, decided_at = app.now(), starts_at = app.now(),
      ends_at = app.now() + make_interval(hours => ${hours}) where id = ${windowId}::uuid`;
    expect(await write("head", opening("head", 1))).toBe("otherDutyDecides");
    expect(await write("head", opening("committee", 1))).toBe("otherDutyDecides");
    expect(await write("committee", opening("committee", 100))).toBe("windowTooLong");
    expect(
      await write("head", sql`update reading_windows set minutes_max = 9999 where id = ${windowId}::uuid`),
    ).not.toBe("");
    const forged = sql`insert into reading_windows (county_id, id, dispute_id, kind, person_id, station_id, committee_id,
        reason, asked_at, lapses_at, minutes_max, is_granted, decided_by, decided_at, starts_at, ends_at)
      select county_id, gen_random_uuid(), dispute_id, kind, person_id, station_id, committee_id, reason, asked_at, lapses_at,
        minutes_max, true, ${county.people.committee ?? ""}::uuid, app.now(), app.now(), app.now() + interval '1 hour' from reading_windows where id = ${windowId}::uuid`;
    expect(await write("head", forged)).toBe("alreadyDecided");
    await decideWindow(
      county.as("committee", { now: at(2) }),
      decideWindowInput.parse({ disputeId, windowId, isGranted: true, hours: 1 }),
    );
    const longer = sql`update reading_windows set ends_at = ends_at + interval '1 hour' where id = ${windowId}::uuid`;
    expect(await write("committee", longer, at(3))).toBe("alreadyDecided");
    const another = sql`update reading_windows set ended_at = app.now(), ended_by = ${county.people.head ?? ""}::uuid where id = ${windowId}::uuid`;
    expect(await write("committee", another, at(3))).toBe("otherDutyDecides");
    const over = sql`update reading_windows set ended_at = app.now(), ended_by = app.person() where id = ${windowId}::uuid`;
    expect(await write("committee", over, at(63))).toBe("windowOver");
    const hidden = sql`update dispute_access set is_hidden = false where dispute_id = ${disputeId}::uuid`;
    await expect(asActor(county.as("head", { now: at(3) }), (tx) => tx.execute(hidden))).rejects.toThrow();
    const lifted = sql`update dispute_restrictions set released_by = app.person(), released_at = app.now(), release_reason = '期满' where dispute_id = ${disputeId}::uuid`;
    await asActor(county.as("mediator2"), (tx) => tx.execute(lifted));
    expect(await reads(disputeId, "mediator2", at(4))).toBe(false);
  });
});
