import { beforeAll, describe, expect, it } from "vitest";
import { readCommitteeOverview } from "../../agreements/reads/committee-overview";
import { listGroups } from "../../calls/queries";
import { archiveProceeding } from "../../disputes/archive-proceeding";
import { listDisputesInput, similarInput } from "../../disputes/inputs";
import { disputeById } from "../../disputes/reads/dispute";
import { listDisputes } from "../../disputes/reads/list";
import { similarDisputes } from "../../disputes/reads/similar";
import { overdueOf, todayOf } from "../../disputes/reads/today";
import { reopenDispute } from "../../disputes/reopen-dispute";
import { listObligations } from "../../performance/reads/obligations";
import { callAt } from "../../testing/calls";
import { type TestCounty, testCounty } from "../../testing/county";
import { goldenPlay } from "../../testing/golden";
import { drillInput, type figureKeys } from "../inputs";
import { county as readCounty } from "./county";
import { drill, readOverview, redCount, redList } from "./overview";

/** The morning on which everything is counted. */
const now = new Date("2026-11-24T10:00:00+08:00");
let county: TestCounty;
let called: string;

/** One matter at each stage, so that no two sets are alike by chance. */
beforeAll(async () => {
  county = await testCounty(["LW"]);
  const play = goldenPlay(county);
  await play.registered("2026-11-20");
  await play.registered("2026-11-21", {}, "officer");
  await play.refusedAtTriage(await play.registered("2026-11-10"), "judgedByCourt", "2026-11-11");
  await play.taken("peoples", "2026-11-18");
  await play.taken("publicSecurity", "2026-11-19");
  // Performing, and late with it.
  await play.agreed(await play.taken("peoples", "2026-09-07"), "2026-09-15", "2026-10-10");
  // Over, not filed; filed; taken up again.
  await play.ended(await play.taken("peoples", "2026-08-03"), "deadlock", "2026-08-20");
  const filed = await play.taken("coordination", "2026-06-01");
  await play.closed(filed, "2026-06-20");
  await archiveProceeding(play.as("mediator", play.at("2026-06-22")), { disputeId: filed, retention: "short" });
  const again = await play.taken("peoples", "2026-05-04");
  await play.ended(again, "unreachable", "2026-05-20");
  await reopenDispute(play.as("mediator", play.at("2026-07-01")), { disputeId: again, reason: "又联系上了" });
  // Two callers of one incident, and a later one of another: three calls, two incidents.
  const place = "清点路9号";
  const calls = [
    await callAt(county, "2026-11-20T20:00:00+08:00", { place, phone: "13900000001" }),
    await callAt(county, "2026-11-20T20:04:00+08:00", { place, phone: "13900000002" }),
    await callAt(county, "2026-11-22T21:00:00+08:00", { place, phone: "13900000001" }),
  ];
  called = await play.taken("onScene", "2026-11-23", { callIds: calls.map(({ callId }) => callId), place });
  for (const at of ["2026-11-19T20:00:00+08:00", "2026-11-20T20:00:00+08:00", "2026-11-21T20:00:00+08:00"])
    await callAt(county, at, { place: "清点路30号", phone: "13900000003" });
}, 120_000);

const as = (who: string) => county.as(who, { now });
const listed = async (who: string, over: object) => (await listDisputes(as(who), listDisputesInput.parse(over))).total;
const drilled = async (figure: (typeof figureKeys)[number], part: "numerator" | "denominator" = "numerator") =>
  (await drill(as("head"), drillInput.parse({ figure, part }))).total;
const overview = () => readOverview(as("head"), { period: "year", comparison: "lastYear" });
const today = (who: string, show: "toDo" | "mine" = "mine") => todayOf(as(who), { show, after: null });
const committee = () => readCommitteeOverview(as("committee"), { after: null });

describe("one word shows one number", () => {
  it("在办: the list, the overview's figure, its bars and its drill, the county's table, and the committee of its own", async () => {
    const seen = await overview();
    expect(seen.figures.open.numerator).toBe(5);
    expect(await listed("head", { scope: "open" })).toBe(5);
    expect(seen.open.reduce((all, row) => all + row.green + row.amber + row.red, 0)).toBe(5);
    expect(await drilled("open")).toBe(5);
    const { stations } = await readCounty(as("county"), { period: "year", comparison: "lastYear" });
    expect(stations.map(({ figures }) => figures.open.numerator)).toEqual([5]);
    expect((await committee()).counts.open).toBe(await listed("committee", { scope: "open" }));
  });

  it("各人手上: what each lead has open and late, and the lists behind it", async () => {
    const { load } = await committee();
    expect(load.reduce((all, { open }) => all + open, 0)).toBeGreaterThan(0);
    expect(load.reduce((all, { late }) => all + late, 0)).toBeGreaterThan(0);
    for (const { id, name, open, late } of load) {
      const page = await listDisputes(as("committee"), listDisputesInput.parse({ scope: "open", lead: id }));
      expect([page.total, page.leadName]).toEqual([open, name]);
      expect(await listed("committee", { scope: "open", lead: id, late: "yes" }), name).toBe(late);
    }
  });

  it("未归档: the list, and all its stages but the last", async () => {
    const stages = [
      "registered",
      "accepted",
      "convening",
      "scheduled",
      "mediating",
      "agreed",
      "signing",
      "performing",
      "performed",
      "closed",
    ];
    const each = await Promise.all(stages.map((status) => listed("head", { scope: "all", status })));
    expect(await listed("head", { scope: "unarchived" })).toBe(8);
    expect(each.reduce((all, one) => all + one, 0)).toBe(8);
  });

  it("我的: the list and the tab of today", async () => {
    for (const who of ["mediator", "officer"]) {
      const { counts, groups } = await today(who);
      expect(counts.mine, who).toBe(await listed(who, { scope: "mine" }));
      expect(new Set(Object.values(groups).flatMap((rows) => rows.map(({ id }) => id))).size, who).toBe(counts.mine);
    }
    expect((await today("officer")).counts.mine).toBeGreaterThan(0);
  });

  it("等受理: the list, beside today, and the committee's tile", async () => {
    expect(await listed("mediator", { scope: "all", status: "registered" })).toBe(2);
    expect((await today("mediator")).side.untriagedCount).toBe(2);
    expect((await committee()).untriaged.total).toBe(await listed("committee", { scope: "all", status: "registered" }));
  });

  it("逾期: today's group and the number in the navigation; late obligations at the committee and in their own list", async () => {
    const { groups } = await today("mediator", "toDo");
    expect(groups.overdue.length).toBeGreaterThan(0);
    expect(await overdueOf(as("mediator"))).toBe(groups.overdue.length);
    expect((await committee()).counts.overdueObligations).toBe(1);
    expect((await listObligations(as("committee"), { scope: "all", after: null, limit: 50 })).counts.overdue).toBe(1);
  });

  it("红名单: its length, the overview's part of it and the number in the navigation", async () => {
    const { total, rows } = await redList(as("head"));
    expect(rows.length).toBe(total);
    expect(total).toBeGreaterThan(0);
    expect([(await overview()).red.total, await redCount(as("head"))]).toEqual([total, total]);
  });

  it("every figure of the overview: its list, whichever part of it is opened", async () => {
    const { figures } = await overview();
    for (const [key, { numerator, denominator }] of Object.entries(figures)) {
      const figure = key as keyof typeof figures;
      expect(await drilled(figure), key).toBe(numerator);
      if (denominator !== null) expect(await drilled(figure, "denominator"), key).toBe(denominator);
    }
  });

  it("收到: each month of the contact points, and its list", async () => {
    const { heat } = await overview();
    const received = (month: string) => drill(as("head"), drillInput.parse({ figure: "received", month }));
    const months = await Promise.all(heat.months.map(async (month) => (await received(month)).total));
    expect(heat.months.map((_, i) => heat.rows.reduce((all, { counts }) => all + (counts[i] ?? 0), 0))).toEqual(months);
    expect(Math.max(...months)).toBeGreaterThan(0);
  });

  it("报警: incidents, not callers, on the dispute, at registration, in the group and on the red list", async () => {
    const page = await disputeById(as("mediator"), { disputeId: called });
    expect([page.calls?.length, new Set(page.calls?.map(({ incidentId }) => incidentId)).size]).toEqual([3, 2]);
    const similar = await similarDisputes(
      as("mediator"),
      similarInput.parse({ phones: [], names: [], place: "清点路9号" }),
    );
    expect(similar.disputes.find(({ id }) => id === called)?.incidents).toBe(2);
    const group = (await listGroups(as("head"))).find(({ place }) => place === "清点路30号");
    expect(group).toMatchObject({ calls: 3, incidents: 3 });
    expect((await redList(as("head"))).rows.find(({ id }) => id === group?.id)?.incidents).toBe(3);
  });
});
