import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { reportClue } from "../../calls/report-clue";
import { archiveProceeding } from "../../disputes/archive-proceeding";
import { attachCall } from "../../disputes/attach-call";
import { similarInput } from "../../disputes/inputs";
import { similarDisputes } from "../../disputes/reads/similar";
import { addDays, dayOf } from "../../kernel/shanghai";
import { callAt } from "../../testing/calls";
import { type TestCounty, testCounty } from "../../testing/county";
import { goldenPlay } from "../../testing/golden";
import { refusedWith } from "../../testing/refused";
import { readOverview, redList } from "./overview";

/** An on-scene matter closed at ten, and one call about the place at this moment; gives the relapses. */
async function relapsesWithCallAt(calledAt: string): Promise<number> {
  const county = await testCounty(["LW"]);
  const play = goldenPlay(county);
  const first = await callAt(county, "2026-05-01T08:00:00+08:00", { place: "翠湖苑1号楼" });
  const disputeId = await play.taken("onScene", "2026-05-01T08:30", { callIds: [first.callId] });
  await play.closed(disputeId, "2026-05-01T10:00");
  await callAt(county, calledAt, { place: "翠湖苑1号楼" });
  const { figures } = await readOverview(county.as("head", { now: new Date("2026-05-02T10:00:00+08:00") }), {
    period: "year",
    comparison: "lastYear",
  });
  return figures.relapseRate.numerator;
}

it("a call written down to the minute of the closing, and recorded after it, is a relapse", async () => {
  expect(await relapsesWithCallAt("2026-05-01T10:00:00+08:00")).toBe(1);
});

it("a call of the minute before is none, even when it is recorded later", async () => {
  expect(await relapsesWithCallAt("2026-05-01T09:59:00+08:00")).toBe(0);
});

describe("a dispute that is over and comes back", () => {
  const now = new Date();
  /** A day this many after the closing, twelve days ago: what is older than a month is told to nobody. */
  const day = (after: number) => addDays(dayOf(now), after - 12);
  const place = "复来路7号";
  async function closed(county: TestCounty, archive = false) {
    const play = goldenPlay(county);
    const disputeId = await play.taken("onScene", `${day(0)}T08:30`, { place });
    await play.closed(disputeId, `${day(0)}T10:00`);
    if (archive) await archiveProceeding(play.as("mediator", play.at(day(3))), { disputeId, retention: "short" });
    await announceAll();
    return { play, disputeId, before: (await notificationsIn(county.countyId)).length };
  }
  const relapses = async (county: TestCounty) =>
    (await readOverview(county.as("head", { now }), { period: "year", comparison: "lastYear" })).figures.relapseRate
      .numerator;
  const red = async (county: TestCounty, disputeId: string) =>
    (await redList(county.as("head", { now }))).rows.find(({ id }) => id === disputeId)?.reasons;
  const told = async (county: TestCounty, before: number) => {
    await announceAll();
    return (await notificationsIn(county.countyId))
      .slice(before)
      .filter(({ kind }) => kind === "relapse")
      .map(({ name }) => name)
      .sort();
  };
  /** The last lead and the two heads. */
  const everybody = ["方慧", "沈静", "赵国梁"].sort();

  it("by a walk-in, is offered at registration, counted, red for the head, and told to the last lead and the heads", async () => {
    const county = await testCounty();
    const { play, disputeId, before } = await closed(county, true);
    const offered = await similarDisputes(
      county.as("mediator", { now }),
      similarInput.parse({ phones: [], names: [], place }),
    );
    expect(offered.disputes).toMatchObject([{ id: disputeId, isOver: true }]);
    const again = await play.registered(day(9), { place, relapseOf: disputeId }, "mediator2");
    expect(await relapses(county)).toBe(1);
    expect(await red(county, disputeId)).toEqual(["relapse"]);
    expect(await told(county, before)).toEqual(everybody);
    const faults = sql`select * from app.figure_faults(${county.countyId}::uuid)`;
    expect([...(await database().execute(faults))]).toEqual([]);
    // What is open is no relapse of itself, and a relapse stays what it was said to be.
    expect(await refusedWith(play.registered(day(10), { place, relapseOf: again }))).toBe("relapseAfterEnd");
    expect(await refusedWith(play.registered(day(10), { place, relapseOf: county.countyId }))).toBe("unknownReference");
    expect(await refusedWith(play.registered(day(10), { place, relapseOf: disputeId }, "mediator3"))).toBe(
      "unknownReference",
    );
  });

  it("by a clue that is taken in, or by a call that somebody attaches, is told alike and is due now where it is not filed", async () => {
    const county = await testCounty(["LW"]);
    const { play, disputeId, before } = await closed(county);
    const dueAt = async () =>
      (
        await database().execute<{
          at: string;
        }>(sql`select next_due_at at time zone 'Asia/Shanghai' as at from proceedings
        where county_id = ${county.countyId}::uuid and dispute_id = ${disputeId}::uuid`)
      )[0]?.at.slice(0, 10);
    const { clueId } = await reportClue(county.as("grid", { now: play.at(`${day(0)}T12:00`) }), {
      place,
      text: "两家又吵起来了",
      pointId: null,
    });
    await play.registered(`${day(0)}T13:00`, { place, clueId, relapseOf: disputeId, source: "grid" }, "mediator2");
    expect(await dueAt()).toBe(day(0));
    expect(await told(county, before)).toEqual(everybody);
    const so = (await notificationsIn(county.countyId)).length;
    const { callId } = await callAt(county, `${day(8)}T09:00:00+08:00`, { place: "另一处3号", phone: "13900007777" });
    await attachCall(play.as("mediator2", play.at(`${day(8)}T11:00`)), { disputeId, callId });
    expect(await told(county, so)).toEqual(everybody);
    expect(await relapses(county)).toBe(1);
  });
});
