import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { archiveProceeding } from "../disputes/archive-proceeding";
import { assessRisk } from "../disputes/assess-risk";
import { endProceeding } from "../disputes/end-proceeding";
import { endProceedingInput, listDisputesInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { listDisputes } from "../disputes/reads/list";
import { todayOf } from "../disputes/reads/today";
import { registerDispute } from "../disputes/register-dispute";
import { reopenDispute } from "../disputes/reopen-dispute";
import { dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { writeNote } from "../notes/write-note";
import { callAt } from "../testing/calls";
import { consented, invited } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { unreached } from "../testing/endings";
import { countFigures } from "../testing/live-figures";
import { merged, registeredTwice, rowOf } from "../testing/merges";
import { refusedWith } from "../testing/refused";
import { booked } from "../testing/sessions";
import { mergeDisputes } from "./merge-disputes";
import { mergeCandidates, otherByNumber } from "./reads/merge-candidates";
import { mergePlan } from "./reads/merge-plan";
import { relatedOf } from "./reads/related";
import { withdrawMerge } from "./withdraw-merge";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const me = (who = "mediator") => county.as(who);
const reason = "同一面墙，两家分别来登记";
const page = (disputeId: string, who = "mediator") => disputeById(me(who), { disputeId });
const idOf = (who: string) => county.people[who] ?? "";

const twice = (over: Parameters<typeof registeredTwice>[1] = {}) => registeredTwice(county, over);
const merge = (pair: { kept: string; absorbed: string }, who?: string, over?: object) =>
  merged(county, pair, who, over);
const rightsOf = async (disputeId: string) => [
  ...(await database().execute<Record<string, unknown>>(sql`
    select subject_id, relation, proceeding_id, is_current, until, is_hidden, is_open, is_merged from dispute_access where dispute_id = ${disputeId}::uuid
    order by subject_id, relation, proceeding_id`)),
];
const faults = () => database().execute(sql`select * from app.figure_faults(${county.countyId}::uuid)`);
const total = async (over: object) => (await listDisputes(me(), listDisputesInput.parse(over))).total;

describe("two registrations of one matter", () => {
  it("become one: the absorbed one ends as merged, waits for nobody, and counts nowhere", async () => {
    const pair = await twice();
    const span = { from: sql`'2000-01-01'`, to: sql`'2100-01-01'`, asOf: sql`now()`, relapseDays: 90 };
    const scope = sql`d.county_id = ${county.countyId}::uuid`;
    const count = () =>
      database().transaction((tx) => countFigures(tx, ["received", "accepted", "open"], span, () => scope));
    const [before, shown] = [
      await count(),
      await Promise.all(["unarchived", "open", "mine", "all"].map((scope) => total({ scope }))),
    ];
    await merge(pair);
    expect(await rowOf("proceedings", pair.absorbedProceeding)).toMatchObject({
      ...{ status: "closed", outcome: "merged", next_step: null, next_owner_id: null },
      ended_at: expect.anything(),
    });
    const after = await count();
    for (const key of ["received", "accepted", "open"] as const)
      expect(after[key].numerator, key).toBe(before[key].numerator - 1);
    const less = await Promise.all(["unarchived", "open", "mine", "all"].map((scope) => total({ scope })));
    expect(less).toEqual(shown.map((one) => one - 1));
    const { groups } = await todayOf(me(), { show: "mine", after: null });
    expect(Object.values(groups).flatMap((rows) => rows.map(({ id }) => id))).not.toContain(pair.absorbed);
    expect(await faults()).toEqual([]);
  });

  it("merge no failure away: an attempt that ended before is counted where and when it was made", async () => {
    const pair = await twice();
    const disputeId = pair.absorbed;
    await consented(county, { disputeId });
    await endProceeding(me(), endProceedingInput.parse({ disputeId, ...(await unreached(disputeId)) }));
    await reopenDispute(me(), { disputeId, reason: "又联系上了" });
    const span = {
      from: sql`'2000-01-01'`,
      to: sql`'2100-01-01'`,
      asOf: sql`now() + interval '1 hour'`,
      relapseDays: 90,
    };
    const scope = sql`d.county_id = ${county.countyId}::uuid`;
    const count = () =>
      database().transaction((tx) =>
        countFigures(tx, ["received", "successRate", "successOfAccepted"], span, () => scope),
      );
    const before = await count();
    await merge(pair);
    const after = await count();
    expect(after.received.numerator).toBe(before.received.numerator - 1);
    expect(after.successRate).toEqual(before.successRate);
    // What goes on under the other registration is one attempt with it.
    expect(after.successOfAccepted.denominator).toBe((before.successOfAccepted.denominator ?? 0) - 1);
    expect(await faults()).toEqual([]);
  });

  it("match their parties one by one; whoever is new comes with what is known of them, and is told and asked", async () => {
    const pair = await twice();
    await consented(county, { disputeId: pair.kept });
    await merge(pair);
    const { parties, proceeding, title } = await page(pair.kept);
    expect(parties.map(({ name }) => name)).toEqual(["刘玉芬", "张建国", "钱桂香"]);
    expect(parties[2]).toMatchObject({ side: 2, contacts: { phone: "139****2222" } });
    expect(proceeding?.nextStep).toBe("giveNotice");
    expect(title).toBe((await page(pair.absorbed)).title);
    expect(await refusedWith(merge(await twice(), "mediator", { parties: [] }))).toBe("partiesUnmatched");
    const late = await twice();
    await database().execute(sql`update proceedings set status = 'performed' where dispute_id = ${late.kept}::uuid`);
    expect(await refusedWith(merge(late))).toBe("mergeTakesNobodyOn");
  });

  it("keep what was said where it was said: nobody reads a private lane who could not before", async () => {
    const pair = await twice();
    await database().execute(
      sql`update proceedings set lead_person_id = ${idOf("mediator2")}::uuid where id = ${pair.absorbedProceeding}::uuid`,
    );
    const words = "他私下说只要八千";
    await writeNote(me("mediator2"), { disputeId: pair.absorbed, lane: "side", side: 1, sessionId: null, text: words });
    const before = await rightsOf(pair.absorbed);
    await merge(pair, "committee");
    const read = (who: string) =>
      asActor(me(who), (tx) =>
        tx.execute(sql`select text from notes where dispute_id in (${pair.kept}::uuid, ${pair.absorbed}::uuid)`),
      );
    expect(await read("mediator2")).toEqual([{ text: words }]);
    for (const who of ["mediator", "mediator3", "committee", "officer", "head"])
      expect(await read(who), who).toEqual([]);
    const open = (rights: Record<string, unknown>[]) => rights.map(({ is_open: _, is_merged: __, ...right }) => right);
    expect(open(await rightsOf(pair.absorbed))).toEqual(open(before));
  });

  it("take calls, groups and clues along, so that the next call joins the one that goes on", async () => {
    const place = "合并重复路5号2单元301";
    const call = await callAt(county, "2026-11-20T20:00:00+08:00", { place });
    const pair = await twice({ callIds: [call.callId] });
    await merge(pair);
    expect((await page(pair.kept)).calls?.map(({ id }) => id)).toEqual([call.callId]);
    const next = await callAt(county, "2026-11-25T20:00:00+08:00", { place });
    expect((await rowOf("police_calls", next.callId))?.dispute_id).toBe(pair.kept);
  });

  it("are found by either number, and what is done goes to the one that goes on", async () => {
    const pair = await twice();
    const { number } = await page(pair.absorbed);
    await merge(pair);
    const found = await listDisputes(me(), listDisputesInput.parse({ scope: "all", q: number }));
    expect(found.rows.map(({ id }) => id).sort()).toEqual([pair.absorbed, pair.kept].sort());
    expect((await listDisputes(me(), listDisputesInput.parse({ q: number }))).rows.map(({ id }) => id)).toEqual([
      pair.kept,
    ]);
    expect(await otherByNumber(me(), { disputeId: (await twice()).kept, number })).toMatchObject({ id: pair.kept });
    const wide = number.replaceAll("-", "－").replaceAll("0", "０").toLowerCase();
    expect(await otherByNumber(me(), { disputeId: (await twice()).kept, number: ` ${wide}` })).toMatchObject({
      id: pair.kept,
    });
    const absorbed = await page(pair.absorbed);
    expect(absorbed.merged).toMatchObject({ into: { id: pair.kept } });
    expect(absorbed.allowed.filter((action) => !/read|reveal|^window|^restriction/.test(action))).toEqual([
      // Its receipt tells the stage of the one that goes on, and can be ended where it is lost.
      "slip.revoke",
      "dispute.unmerge",
      "dispute.unlink",
    ]);
    const disputeId = pair.absorbed;
    expect(
      await refusedWith(assessRisk(me(), { disputeId, riskSeen: "green", risk: "red", reason: "扬言动手打人" })),
    ).toBe("disputeMerged");
    expect(await refusedWith(archiveProceeding(me(), { disputeId, retention: "short" }))).toBe("disputeMerged");
    expect(await refusedWith(registerDispute(me(), intake({ relapseOf: disputeId })))).toBe("relapseAfterEnd");
  });

  it("carry the higher risk over, tell both leads and whoever was asked, and leave an event on either chain", async () => {
    const pair = await twice();
    await consented(county, { disputeId: pair.absorbed });
    const { invitationId } = await invited(county, { disputeId: pair.absorbed }, "judge");
    await assessRisk(me(), { disputeId: pair.absorbed, riskSeen: "green", risk: "amber", reason: "吵得厉害" });
    await announceAll();
    const before = (await notificationsIn(county.countyId)).length;
    const { mergeId } = await merge(pair, "committee");
    await announceAll();
    expect((await page(pair.kept)).risk).toMatchObject({ level: "amber", reason: "吵得厉害" });
    const told = (await notificationsIn(county.countyId, before)).map(({ kind, name }) => [kind, name]);
    const nameOf = async (who: string) => (await rowOf("people", idOf(who)))?.name;
    expect(told).toContainEqual(["mergeChanged", await nameOf("mediator")]);
    expect(told).toContainEqual(["invitationWithdrawn", await nameOf("judge")]);
    expect((await rowOf("invitations", invitationId))?.status).toBe("withdrawn");
    const events = await database().execute<{ payload: string }>(
      sql`select payload from events where action = 'dispute.merge' and dispute_id in (${pair.kept}::uuid, ${pair.absorbed}::uuid)`,
    );
    expect(events.map(({ payload }) => JSON.parse(payload).mergeId)).toEqual([mergeId, mergeId]);
    expect(events.some(({ payload }) => payload.includes(reason))).toBe(false);
  });

  it("are told apart before triage too", async () => {
    const one = await registerDispute(me(), intake({ place: "合并前路1号" }));
    const other = await registerDispute(me(), intake({ place: "合并前路1号" }));
    const untriaged = () => total({ scope: "all", status: "registered" });
    const before = await untriaged();
    const { mergeId } = await merge({ kept: one.disputeId, absorbed: other.disputeId });
    expect(await untriaged()).toBe(before - 1);
    await withdrawMerge(me(), { disputeId: one.disputeId, mergeId, reason: "其实是两回事" });
    expect(await untriaged()).toBe(before);
    expect(await faults()).toEqual([]);
  });
});

describe("which two can be one", () => {
  it("is offered by likeness and number, says why not, and proposes the one with less done", async () => {
    const pair = await twice();
    await consented(county, { disputeId: pair.kept });
    const { disputes } = await mergeCandidates(me(), { disputeId: pair.absorbed });
    expect(disputes.map(({ id }) => id)).toContain(pair.kept);
    const plan = await mergePlan(me(), { disputeId: pair.kept, otherDisputeId: pair.absorbed });
    expect(plan).toMatchObject({ absorbedId: pair.absorbed, both: [{ obstacle: null }, { obstacle: null }] });
    expect(plan.alike).toHaveLength(2);
    await booked(county, { disputeId: pair.kept });
    const again = await mergePlan(me(), { disputeId: pair.kept, otherDisputeId: pair.absorbed });
    expect(again.both.map(({ obstacle }) => obstacle)).toEqual(["mergeSessionBooked", null]);
  });

  it("is for whoever may do it to both; others learn nothing of the other one", async () => {
    const pair = await twice();
    expect(await refusedWith(merge(pair, "mediator3"))).toBe("notFound");
    expect(await refusedWith(merge(pair, "officer"))).toBe("forbidden");
    const elsewhere = await registerDispute(me("mediator3"), intake());
    expect(
      await refusedWith(
        mergeDisputes(me(), { disputeId: pair.absorbed, intoDisputeId: elsewhere.disputeId, parties: [], reason }),
      ),
    ).toBe("notFound");
    expect(await otherByNumber(me(), { disputeId: pair.kept, number: elsewhere.number })).toBeNull();
    expect(
      await refusedWith(mergeDisputes(me(), { disputeId: pair.kept, intoDisputeId: pair.kept, parties: [], reason })),
    ).toBe("mergeItself");
  });

  it("holds when two act at once: one into the other and back, and no chain follows", async () => {
    const pair = await twice();
    const results = await Promise.allSettled([merge(pair), merge({ kept: pair.absorbed, absorbed: pair.kept })]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [open] = await database().execute<{ survivor: string }>(
      sql`select into_dispute_id as survivor from dispute_merges where undone_at is null and dispute_id in (${pair.kept}::uuid, ${pair.absorbed}::uuid)`,
    );
    const survivor = open?.survivor ?? "";
    const other = await twice();
    expect(await refusedWith(merge({ kept: other.kept, absorbed: survivor }))).toBe("disputeMerged");
    await merge({ kept: survivor, absorbed: other.kept });
    const gone = survivor === pair.kept ? pair.absorbed : pair.kept;
    expect(await refusedWith(merge({ kept: gone, absorbed: other.absorbed }))).toBe("disputeMerged");
  });

  it("is dated by the day it was done", async () => {
    const pair = await twice();
    await merge(pair);
    const [merged] = (await relatedOf(me(), { disputeId: pair.absorbed })).merges;
    expect(dayOf(new Date(merged?.mergedAt ?? 0))).toBe(dayOf(new Date()));
    expect((await relatedOf(me("head"), { disputeId: pair.absorbed })).merges).toHaveLength(1);
  });
});
