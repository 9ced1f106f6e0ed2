import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { reportClue } from "../calls/report-clue";
import { addDays, dayOf } from "../kernel/shanghai";
import { callAt } from "../testing/calls";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { goldenPlay } from "../testing/golden";
import { archiveProceeding } from "./archive-proceeding";
import type { Incoming } from "./parts/look-for-relapse";
import { tellOfLikelyRelapse } from "./tell-of-likely-relapse";

const now = new Date();
/** A day so many days after the ends, which were twelve days ago. */
const day = (after: number) => addDays(dayOf(now), after - 12);
const at = (after: number, time = "15:00") => `${day(after)}T${time}:00+08:00`;
let county: TestCounty;
let play: ReturnType<typeof goldenPlay>;
let n = 0;
/** Two people nobody else is, without a phone unless one is named. */
const people = (first = "", second = "", phone = "") => {
  n += 1;
  return intake({
    parties: [
      { side: 1, standing: "applicant", name: first || `冯一${n}`, phone },
      { side: 2, standing: "respondent", name: second || `冯二${n}`, phone: "" },
    ],
  } as never).parties;
};
/** A worker and the firm that owes them. */
const withFirm = (firm: string) =>
  intake({
    parties: [
      { side: 1, standing: "applicant", name: "祝三枝", phone: "" },
      { side: 2, standing: "respondent", kind: "organisation", name: firm, phone: "" },
    ],
  } as never).parties;
beforeAll(async () => {
  county = await testCounty();
  play = goldenPlay(county);
});

type End = "closed" | "unreachable" | "refused" | "deadlock" | "archived";
/** A matter of station LW that ended so twelve days ago. */
async function over(how: End, place: string, parties = people()): Promise<string> {
  const track = how === "closed" || how === "archived" ? "onScene" : "peoples";
  const disputeId = await play.taken(track, `${day(-3)}T08:30`, { place, parties });
  const when = `${day(0)}T10:00`;
  if (track === "onScene") await play.closed(disputeId, when);
  else if (how === "refused") await play.refused(disputeId, when);
  else await play.ended(disputeId, how as "deadlock", when);
  if (how === "archived")
    await archiveProceeding(play.as("mediator", play.at(day(1))), { disputeId, retention: "short" });
  return disputeId;
}
/** The worker's part, twice as it may happen; who was told, and what the chain of this matter says. */
async function cameBack(disputeId: string, what: Omit<Incoming, "countyId">) {
  await announceAll();
  const before = (await notificationsIn(county.countyId)).length;
  const [job] =
    await database().execute(sql`select from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
    where j.task_identifier = 'lookForRelapse' and p.payload ->> 'id' = ${what.id}`);
  expect(job, "the act left the worker its part").toBeDefined();
  for (const _ of [1, 2]) await tellOfLikelyRelapse({ countyId: county.countyId, ...what }, new Date());
  await announceAll();
  const [chain, [proceeding]] = await Promise.all([
    database().execute<{ payload: { by: string; station: string } }>(sql`select payload::jsonb as payload from events
      where chain = ${disputeId}::uuid and action = 'dispute.maybeRelapse' order by seq`),
    database().execute<{ is_due: boolean | null }>(
      sql`select next_due_at <= now() as is_due from proceedings where dispute_id = ${disputeId}::uuid`,
    ),
  ]);
  const told = (await notificationsIn(county.countyId)).slice(before).filter(({ kind }) => kind === "relapse");
  return {
    chain: chain.map((row) => row.payload),
    told: told.map(({ name }) => name).sort(),
    isDue: proceeding?.is_due,
  };
}
/** The last lead and the two heads. */
const everybody = ["方慧", "沈静", "赵国梁"].sort();
const station = async (code: string) =>
  (
    await database().execute<{ name: string }>(
      sql`select name from stations where id = ${county.stations[code] ?? ""}::uuid`,
    )
  )[0]?.name;

describe("what may be a matter that is over is told to its last lead and the heads, who look again", () => {
  it.each<End>(["closed", "unreachable", "refused", "deadlock", "archived"])(
    "a call about the building of one that ended as %s, however it is written",
    async (how) => {
      const place = `复来路${100 + n}号`;
      const disputeId = await over(how, `${place}2单元`);
      const { callId } = await callAt(county, at(8), {
        place: ` ${place.replace("号", "號")} 2单元301`,
        number: `再来${n}`,
      });
      const { chain, told, isDue } = await cameBack(disputeId, { kind: "call", id: callId });
      expect(chain).toMatchObject([{ by: `再来${n}` }]);
      expect(told).toEqual(everybody);
      expect(isDue).toBe(how === "archived" ? null : true);
    },
  );

  it("a call of another station from a party's phone: of it nothing is said but the station", async () => {
    const phone = "13655550011";
    const disputeId = await over("closed", "复来路1号", people("", "", phone));
    const { callId } = await callAt(
      county,
      at(8),
      { place: "别处5号", phone: `+86 ${phone}`, number: "外所来电" },
      "officer3",
    );
    const { chain, told } = await cameBack(disputeId, { kind: "call", id: callId });
    expect(chain).toMatchObject([{ by: "", from: "call", station: await station("DG") }]);
    expect(told).toEqual(everybody);
  });

  it("a clue about the building", async () => {
    const disputeId = await over("closed", "复来路3号1单元");
    const { clueId } = await reportClue(county.as("grid", { now: new Date(at(8)) }), {
      ...{ place: "复来路3号1单元门口", text: "两家又吵起来了", pointId: null },
    });
    const found = await cameBack(disputeId, { kind: "clue", id: clueId });
    expect(found.told).toEqual(everybody);
  });

  it("a walk-in or a referral of the same two people, written otherwise or at another station, that nobody called a relapse", async () => {
    const disputeId = await over("refused", "复来路5号", people("張 偉民", "欧阳·娜"));
    const back = await play.registered(
      `${day(5)}T09:00`,
      { place: "别处", parties: people("张伟民", "欧阳•娜"), source: "petitionOffice" as never },
      "mediator2",
    );
    expect((await cameBack(disputeId, { kind: "dispute", id: back })).told).toEqual(everybody);
    const elsewhere = await play.registered(
      `${day(6)}T09:00`,
      { place: "别处", parties: people("張 偉民", "欧阳·娜") },
      "mediator3",
    );
    const { chain } = await cameBack(disputeId, { kind: "dispute", id: elsewhere });
    expect(chain.at(-1)).toMatchObject({ by: "", from: "dispute", station: await station("DG") });
  });

  it("of a tower the very flat, and not what other people quarrel about elsewhere in it", async () => {
    const tower = "望江楼小区8号楼";
    const disputeId = await over("closed", `${tower}1单元602`);
    const comes = async (place: string, over: object = {}) => {
      const { callId } = await callAt(county, at(8), { place, phone: "", summary: "有人吵", ...over });
      return (await cameBack(disputeId, { kind: "call", id: callId })).chain.length;
    };
    for (const other of [
      `${tower}1单元1503`,
      `${tower}2单元602`,
      `${tower}三层`,
      `${tower}一单元601室`,
      "望江楼小区9号楼602",
    ])
      expect(await comes(other), other).toBe(0);
    expect(await comes("望江楼小区八幢1-602", { summary: "又吵" })).toBe(1);
    // Whoever says less than the flat may mean it.
    expect(await comes(tower)).toBe(2);
  });

  it("the same people at another place, as whoever calls or tells of it names them, or where one side is a firm", async () => {
    const firm = "泊头市顺达物流有限公司";
    const disputeId = await over("closed", "复来路7号", people("祝一枝", "祝二枝"));
    const called = async (summary: string, callerName: string) =>
      (await callAt(county, at(8), { place: "富民路夜市", phone: "", summary, callerName })).callId;
    const chainOf = async (kind: "call" | "clue", id: string, of = disputeId) =>
      (await cameBack(of, { kind, id })).chain;
    expect(await chainOf("call", await called("祝一枝又和人吵", "路人"))).toEqual([]);
    expect(await chainOf("call", await called("说祝 二枝又来找", "祝一枝"))).toHaveLength(1);
    const { clueId } = await reportClue(county.as("grid", { now: new Date(at(8)) }), {
      ...{ place: "富民路夜市", text: "祝一枝、祝二枝两家在夜市又动手", pointId: null },
    });
    expect(await chainOf("clue", clueId)).toHaveLength(2);
    // One name within another is one person.
    const brothers = await over("closed", "复来路9号", people("祝明", "祝明华"));
    expect(await chainOf("call", await called("祝明华在夜市吵架", "路人"), brothers)).toEqual([]);
    expect(await chainOf("call", await called("祝明华把祝明的摊掀了", "路人"), brothers)).toHaveLength(1);
    const owed = await play.taken("peoples", `${day(-3)}T09:00`, { place: "复来路8号", parties: withFirm(firm) });
    await play.ended(owed, "unreachable", `${day(0)}T10:00`);
    const back = await play.registered(`${day(5)}T09:00`, { place: "工地", parties: withFirm(firm) }, "mediator2");
    expect((await cameBack(owed, { kind: "dispute", id: back })).told).toEqual(everybody);
  });

  it("nothing that was there before the end, shares one name alone or a place without a number, or comes after the days of the rule", async () => {
    const disputeId = await over("closed", "河边", people("余下", "余上", "13655550077"));
    const earlier = await callAt(county, at(-1), { place: "河边", phone: "13655550077" });
    const oneName = await play.registered(`${day(5)}T09:00`, { place: "河边", parties: people("余下") }, "mediator2");
    for (const what of [
      { kind: "call" as const, id: earlier.callId },
      { kind: "dispute" as const, id: oneName },
    ])
      expect((await cameBack(disputeId, what)).chain).toEqual([]);
    const late = await callAt(county, at(9), { place: "河边", phone: "13655550077" });
    await tellOfLikelyRelapse(
      { countyId: county.countyId, kind: "call", id: late.callId },
      new Date(now.getTime() + 100 * 86_400_000),
    );
    const [found] = await database().execute(
      sql`select from events where chain = ${disputeId}::uuid and action = 'dispute.maybeRelapse'`,
    );
    expect(found).toBeUndefined();
  });
});
