import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { closeProceeding } from "../disputes/close-proceeding";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { asActor } from "../kernel/transaction";
import { alertedGroup, callAt } from "../testing/calls";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, harmless, intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { listCalls, listGroups } from "./queries";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const group = async (id: string | null, as = "head") => (await listGroups(county.as(as))).find((row) => row.id === id);

describe("repeated calls", () => {
  it("S1: the third call about one building alerts the head once, and every call keeps its number", async () => {
    const first = await callAt(county, "2026-10-01T09:00:00+08:00", { number: "S1-1" });
    const second = await callAt(county, "2026-10-06T20:00:00+08:00", {
      number: "S1-2",
      phone: "13800003344",
      place: "江畔花园 三号楼 2 单元 401",
    });
    const third = await callAt(county, "2026-10-20T22:00:00+08:00", {
      number: "S1-3",
      phone: "",
      place: "江畔花园３号楼",
    });
    expect([first.groupId, first.incidents]).toEqual([null, 1]);
    expect([second.incidents, second.isAlerting, third.incidents, third.isAlerting]).toEqual([2, false, 3, true]);
    expect(await group(third.groupId)).toMatchObject({ incidents: 3, calls: 3, disputeId: null });
    const page = await listCalls(county.as("officer"), { filter: "all", groupId: third.groupId ?? "" });
    expect(page.rows.map((row) => row.number)).toEqual(["S1-3", "S1-2", "S1-1"]);
    const fourth = await callAt(county, "2026-10-21T08:00:00+08:00");
    expect(fourth).toMatchObject({ groupId: third.groupId, incidents: 4, isAlerting: false });
    const [events] = await asActor(county.system(), (tx) =>
      tx.execute<{ n: number }>(
        sql`select count(*)::int as n from events where action = 'group.alert' and payload like ${`%${third.groupId}%`}`,
      ),
    );
    expect(events?.n).toBe(1);
  });

  it("S2: two phones about the same fight within minutes are one incident and add one, not two", async () => {
    const place = "锦绣里6幢";
    await callAt(county, "2026-10-01T12:00:00+08:00", { place });
    const fight = await callAt(county, "2026-10-02T12:00:00+08:00", { place: `${place}502` });
    const same = await callAt(county, "2026-10-02T12:20:00+08:00", { place: `${place}401`, phone: "13900001111" });
    expect(same).toMatchObject({ isDuplicate: true, groupId: fight.groupId, incidents: 2, isAlerting: false });
    const again = await callAt(county, "2026-10-02T12:21:00+08:00", { place: `${place}502` });
    expect(again.isDuplicate, "another phone reported it within minutes").toBe(true);
    const later = await callAt(county, "2026-10-02T13:30:00+08:00", { place: `${place}502`, phone: "13900002222" });
    expect(later).toMatchObject({ isDuplicate: false, incidents: 3, isAlerting: true });
    expect(await group(later.groupId)).toMatchObject({ incidents: 3, calls: 5 });
  });

  it("groups calls about one place however it is written", async () => {
    const at = (day: number, place: string) => callAt(county, `2026-09-${day}T12:00:00+08:00`, { place, phone: "" });
    await at(11, "溪口村三组");
    expect(await at(12, "溪口村第三村民小组")).toMatchObject({ incidents: 2 });
    expect(await at(13, "溪口村 ３ 组")).toMatchObject({ incidents: 3, isAlerting: true });
    expect(await at(14, "溪口村四组")).toMatchObject({ groupId: null });
  });

  it("does not found a group on one incident that several people reported", async () => {
    const place = "红枫苑2号楼";
    await callAt(county, "2026-10-02T12:00:00+08:00", { place, phone: "13700000001" });
    expect(await callAt(county, "2026-10-02T12:05:00+08:00", { place, phone: "13700000002" })).toMatchObject({
      isDuplicate: true,
      groupId: null,
    });
  });

  it("groups by phone across places, and leaves apart what is older than the window or at another station", async () => {
    const phone = "13611112222";
    await callAt(county, "2026-08-01T12:00:00+08:00", { place: "老街12号", phone });
    const byPhone = await callAt(county, "2026-08-20T12:00:00+08:00", { place: "富民路夜市", phone });
    expect(byPhone.incidents).toBe(2);
    const tooLate = await callAt(county, "2026-09-25T12:00:00+08:00", { place: "东岗村四组", phone });
    expect(tooLate.groupId).toBeNull();
    const elsewhere = await callAt(county, "2026-08-21T12:00:00+08:00", { place: "富民路夜市", phone }, "officer3");
    expect(elsewhere.groupId).toBeNull();
  });

  it("counts only incidents inside the window towards the alert", async () => {
    const place = "工业路7号";
    await callAt(county, "2026-06-01T12:00:00+08:00", { place, phone: "" });
    await callAt(county, "2026-06-25T12:00:00+08:00", { place, phone: "" });
    const third = await callAt(county, "2026-07-20T12:00:00+08:00", { place, phone: "" });
    expect(third).toMatchObject({ incidents: 2, isAlerting: false });
  });

  it("lets two calls recorded at once find each other", async () => {
    const place = "西苑9号楼";
    const both = await Promise.all([
      callAt(county, "2026-10-03T08:00:00+08:00", { place, phone: "13500000001" }),
      callAt(county, "2026-10-04T08:00:00+08:00", { place, phone: "13500000002" }),
    ]);
    expect(both.map((call) => call.incidents).sort()).toEqual([1, 2]);
  });

  it("refuses a number twice, a call from the future, and people who take no calls", async () => {
    await callAt(county, "2026-10-03T08:00:00+08:00", { number: "twice", place: "北街1号" });
    expect(await refusedWith(callAt(county, "2026-10-03T09:00:00+08:00", { number: "twice", place: "北街2号" }))).toBe(
      "callNumberTaken",
    );
    const { recordCall } = await import("./record-call");
    const input = {
      number: "future",
      calledAt: "2026-10-03T09:00:00+08:00",
      callerName: "",
      phone: "",
      place: "北街",
      summary: "吵",
    };
    expect(await refusedWith(recordCall(county.as("officer", { now: new Date("2026-10-03T00:00:00Z") }), input))).toBe(
      "calledInFuture",
    );
    expect(await refusedWith(recordCall(county.as("grid"), input))).toBe("forbidden");
  });

  it("shows a station's calls to that station alone, with masked phones", async () => {
    const own = await listCalls(county.as("mediator"), { filter: "all" });
    expect(own.total).toBeGreaterThan(5);
    expect(own.rows.every((row) => row.phone === "" || row.phone.includes("****"))).toBe(true);
    const other = await listCalls(county.as("head2"), { filter: "all" });
    expect(other.rows.some((row) => own.rows.some((mine) => mine.id === row.id))).toBe(false);
    const around = await asActor(county.as("judge"), (tx) => tx.execute(sql`select id from police_calls`));
    expect(around).toHaveLength(0);
  });
});

describe("a new call of a dispute", () => {
  it("S10: joins the dispute of its group, leaves an event there and asks for another look", async () => {
    const place = "柳湾路18号";
    const call = await callAt(county, "2026-11-01T09:00:00+08:00", { place, phone: "13400000001" });
    const { disputeId } = await acceptedDispute(county, { callIds: [call.callId], place });
    const next = await callAt(county, "2026-11-05T09:00:00+08:00", { place: `${place}2单元`, phone: "13400000002" });
    expect(await group(next.groupId)).toMatchObject({ disputeId, alertedAt: null, incidents: 2 });
    const [seen] = await asActor(county.as("mediator"), (tx) =>
      tx.execute<Record<string, unknown>>(sql`select
        (select count(*)::int from police_calls where dispute_id = ${disputeId}) as calls,
        (select count(*)::int from events where dispute_id = ${disputeId} and action = 'call.attached') as events,
        (select next_due_at = '2026-11-05T09:01:00+08:00' from proceedings where dispute_id = ${disputeId}) as due`),
    );
    expect(seen).toEqual({ calls: 2, events: 1, due: true });
    const third = await callAt(county, "2026-11-06T09:00:00+08:00", { place, phone: "13400000001" });
    expect(third, "no alert: the dispute is open already").toMatchObject({ incidents: 3, isAlerting: false });
  });

  it("S10: of a tower whose matter is over, what comes from another flat is nothing of it", async () => {
    const tower = "观澜苑5号楼";
    const calls = (day: number, place: string, phone = "") =>
      callAt(county, `2026-11-${String(day).padStart(2, "0")}T09:00:00+08:00`, { place, phone });
    const first = await calls(1, `${tower}602`, "13400000011");
    const { disputeId } = await registerDispute(
      county.as("mediator"),
      intake({ callIds: [first.callId], place: `${tower}602` }),
    );
    const onScene = { disputeId, answers: harmless, track: "onScene" as const, notAcceptedReason: null };
    await triageDispute(county.as("mediator"), { ...onScene, overrideReason: "", leadPersonId: null, leadUnit: "" });
    await closeProceeding(county.as("mediator"), { disputeId, outcome: "calmed", note: "劝开了" });
    const attached = async () =>
      (
        await asActor(county.as("mediator"), (tx) =>
          tx.execute<{ n: number }>(sql`select count(*)::int as n from police_calls where dispute_id = ${disputeId}`),
        )
      )[0]?.n;
    expect((await calls(4, `${tower}1503`)).groupId).toBeNull();
    const same = await calls(5, `${tower}六〇二室`);
    expect(await group(same.groupId)).toMatchObject({ disputeId, calls: 2 });
    expect(await attached()).toBe(2);
    // Nor by way of the group that the matter became; the phone that called before is known wherever it calls from.
    await calls(6, `${tower}1503`);
    expect(await attached()).toBe(2);
    await calls(7, `${tower}901`, "13400000011");
    expect(await attached()).toBe(3);
  });

  it("registering a group's calls makes the group that dispute", async () => {
    const groupId = await alertedGroup(county, "海棠湾7号楼");
    const calls = await listCalls(county.as("mediator"), { filter: "all", groupId });
    const { disputeId } = await registerDispute(
      county.as("mediator"),
      intake({ callIds: calls.rows.map((row) => row.id) }),
    );
    await triageDispute(county.as("mediator"), {
      disputeId,
      answers: harmless,
      track: "peoples",
      notAcceptedReason: null,
      overrideReason: "",
      leadPersonId: null,
      leadUnit: "",
    });
    expect(await group(groupId)).toMatchObject({ disputeId, looseCallIds: [] });
  });
});
