import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database, type Tx } from "@/db/client";
import { repeatableRandom } from "../../demo/scenarios/repeatable-random";
import { reopenDispute } from "../../disputes/reopen-dispute";
import { addDays } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { callAt } from "../../testing/calls";
import { type TestCounty, testCounty } from "../../testing/county";
import { goldenPlay } from "../../testing/golden";
import { countFigures as countLive } from "../../testing/live-figures";
import { scopeOf } from "./count-figures";
import type { Unit } from "./figures";
import { keptFigures, medianOf, stationFigures } from "./kept-counts";
import { type Days, instantsOf, spanOf } from "./measure-span";

let county: TestCounty;
const relapseDays = 90;
const lastDay = "2026-11-24";
/** The morning on which everything is read. */
const now = new Date(`${lastDay}T10:00:00+08:00`);
const seed = 20_261_129;
const random = repeatableRandom(seed);
const faults = () =>
  database().execute<{ cell: string; fault: string }>(sql`select * from app.figure_faults(${county.countyId}::uuid)`);

/** One matter with what happens to it, drawn; acts that follow each other some days apart. */
async function playOne(nth: number): Promise<void> {
  const play = goldenPlay(county);
  let day = addDays("2024-11-20", random.below(690));
  const later = (most: number) => {
    day = addDays(day, 1 + random.below(most));
    return day;
  };
  const place = `重数路${nth}号楼`;
  const call = await callAt(county, `${day}T08:00:00+08:00`, { place });
  const over = { callIds: [call.callId], place };
  const kind = random.below(8);
  if (kind === 0) {
    const disputeId = await play.registered(day, over);
    const on = random.in100(50) ? later(3) : null;
    return play.refusedAtTriage(disputeId, "judgedByCourt", later(30), on);
  }
  if (kind === 1)
    return play.closed(await play.taken(random.in100(50) ? "onScene" : "coordination", day, over), later(20));
  if (kind === 2) {
    const disputeId = await play.taken("publicSecurity", day, over);
    return play.ended(disputeId, "publicSecurityToPenalty", later(9), "officer");
  }
  const disputeId = await play.taken("peoples", day, over);
  if (kind === 7) return play.ended(disputeId, "settledWithdrawn", later(9));
  if (kind === 3) {
    await play.ended(disputeId, "deadlock", later(30));
    await reopenDispute(play.as("mediator", play.at(later(40))), { disputeId, reason: "双方又愿意谈" });
    return;
  }
  await play.agreed(disputeId, later(15), addDays(day, 20));
  if (kind === 4) return;
  await play.performed(disputeId, later(25));
  if (kind === 5) return;
  await play.closed(disputeId, later(10));
  await callAt(county, `${later(60)}T21:00:00+08:00`, { place });
}

beforeAll(async () => {
  county = await testCounty(["LW"]);
  for (let nth = 1; nth <= 16; nth += 1) await playOne(nth);
}, 120_000);

/** Kept and counted figures of the same days, as known at the end of them or now. */
async function both(tx: Tx, days: Days) {
  const at = { countyId: county.countyId, stationId: county.stations.LW ?? null, relapseDays };
  const [kept] = await stationFigures(tx, at, [instantsOf(days, now)]);
  const scope = (unit: Unit) => scopeOf(unit, at.countyId, at.stationId);
  return { kept, counted: await countLive(tx, keptFigures, spanOf(days, now, relapseDays), scope) };
}

describe("kept figures", () => {
  it("equal a recount of the disputes, cell by cell, after acts in any order", async () => {
    expect([...(await faults())], `seed ${seed}`).toEqual([]);
  });

  it("equal what the lists' own predicates count, in any span, as it was known then", async () => {
    await asActor(county.system(), async (tx) => {
      for (let i = 0; i < 24; i += 1) {
        const drawn = addDays("2024-11-25", random.below(700));
        const from = i % 2 === 0 ? `${drawn.slice(0, 7)}-01` : drawn;
        const until = addDays(from, random.below(400));
        const days = { from, until: until < lastDay ? until : lastDay };
        const { kept, counted } = await both(tx, days);
        expect(kept, `${days.from} to ${days.until}, seed ${seed}`).toEqual(counted);
      }
    });
  });

  it("follow corrections: another type, another day of registration, a call that belongs to no matter any more", async () => {
    // By an owner's hand: nobody else takes a call from its matter.
    const guard = (on: "enable" | "disable") =>
      database().execute(sql.raw(`alter table police_calls ${on} trigger police_calls_stay_attached`));
    await guard("disable");
    await database().transaction(async (tx) => {
      await tx.execute(sql`update disputes set type = case when type = 'family' then 'neighbour' else 'family' end::dispute_type
        where county_id = ${county.countyId}::uuid and number like '%3'`);
      await tx.execute(sql`update disputes set registered_at = registered_at - interval '40 days'
        where county_id = ${county.countyId}::uuid and number like '%5'`);
      await tx.execute(sql`update police_calls set dispute_id = null where county_id = ${county.countyId}::uuid
        and called_at = (select max(called_at) from police_calls where county_id = ${county.countyId}::uuid and dispute_id is not null)`);
    });
    await guard("enable");
    expect([...(await faults())]).toEqual([]);
  });

  it("lose a cell when a trigger is missing, and a recount says which", async () => {
    await database().execute(sql`alter table disputes disable trigger disputes_counted_again`);
    await database().execute(sql`update disputes set type = case when type = 'family' then 'neighbour' else 'family' end::dispute_type
      where county_id = ${county.countyId}::uuid and number like '%7'`);
    await database().execute(sql`alter table disputes enable trigger disputes_counted_again`);
    expect((await faults()).map(({ cell }) => cell.split(" ")[0])).toContain("month");
    await database().execute(sql`select app.count_county(${county.countyId}::uuid)`);
    expect([...(await faults())]).toEqual([]);
  });

  it("are complete after twenty registrations at once in one station, none of which is refused", async () => {
    const play = goldenPlay(county);
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, i) => play.registered(lastDay, { place: `同时路${i}号` })),
    );
    expect(new Set(made).size).toBe(20);
    expect([...(await faults())]).toEqual([]);
  });

  it("are read by the station's own head and by nobody else of the county", async () => {
    const read = (username: string) =>
      asActor(county.as(username, { now }), (tx) => both(tx, { from: "2026-01-01", until: lastDay }));
    expect((await read("head")).kept?.received.numerator).toBeGreaterThan(0);
    for (const other of ["mediator", "officer", "committee", "judge"])
      await expect(read(other), other).rejects.toThrow();
  });
});

it("the median of days is the one in the middle, or half way between two", () => {
  expect([
    medianOf([]),
    medianOf([[3, 1]]),
    medianOf([
      [1, 2],
      [9, 1],
    ]),
    medianOf([
      [2, 1],
      [5, 1],
    ]),
  ]).toEqual([null, 3, 1, 3.5]);
});
