import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { type TestCounty, testCounty } from "../../testing/county";
import { goldenPlay } from "../../testing/golden";
import { committeeFigureKeys } from "../choices";
import { committeeListInput } from "../inputs";
import { committeeList, readCommitteeFigures } from "./committee-figures";

const now = new Date("2026-11-24T10:00:00+08:00");
let county: TestCounty;
let paid: string;
let lastYear: string;

beforeAll(async () => {
  county = await testCounty();
  const play = goldenPlay(county);
  paid = await play.taken("peoples", "2026-02-02");
  await play.agreed(paid, "2026-02-10", "2026-02-20");
  await play.performed(paid, "2026-02-15");
  await play.closed(paid, "2026-03-20");
  // Agreed and not paid: in no figure of success, and not kept.
  const unpaid = await play.taken("peoples", "2026-03-02");
  await play.agreed(unpaid, "2026-03-10", "2026-04-01");
  const refused = await play.taken("peoples", "2026-05-04");
  await play.refused(refused, "2026-05-14");
  // The police's, and another committee's.
  const police = await play.taken("publicSecurity", "2026-08-03");
  await play.ended(police, "publicSecurityToPenalty", "2026-08-05", "officer");
  await play.taken("peoples", "2026-04-01", {}, "mediator3");
  lastYear = await play.taken("peoples", "2025-05-10");
  await play.ended(lastYear, "deadlock", "2025-06-10");
});

const choice = { period: "year", comparison: "lastYear" } as const;
const list = (asked: object) => committeeList(county.as("committee", { now }), committeeListInput.parse(asked));

it("a committee's rates count its own matters, without the police's and others', and each number opens its list", async () => {
  const { figures, figuresBefore } = await readCommitteeFigures(county.as("committee", { now }), choice);
  expect(figures).toEqual({
    successRate: { numerator: 1, denominator: 2 },
    performanceRate: { numerator: 1, denominator: 2 },
    withinTerm: { numerator: 2, denominator: 2 },
  });
  expect(figuresBefore.withinTerm).toEqual({ numerator: 1, denominator: 1 });
  for (const figure of committeeFigureKeys)
    for (const part of ["numerator", "denominator"] as const) {
      const { total, rows } = await list({ figure, part });
      expect([total, rows.length], `${figure} ${part}`).toEqual([figures[figure][part], figures[figure][part]]);
    }
  expect((await list({ figure: "successRate" })).rows.map(({ disputeId }) => disputeId)).toEqual([paid]);
  for (const who of ["mediator", "officer", "head", "county"])
    expect(() => readCommitteeFigures(county.as(who, { now }), choice), who).toThrow("forbidden");
  const other = await readCommitteeFigures(county.as("committee2", { now }), choice);
  expect(other.figures.successRate).toEqual({ numerator: 0, denominator: 0 });
});

it("what is closed to most people is in no figure and in no list", async () => {
  const { personId } = county.actor("head");
  await database().execute(sql`
    insert into dispute_restrictions (county_id, id, dispute_id, ground, reason, restricted_by, restricted_at)
    values (${county.countyId}::uuid, gen_random_uuid(), ${paid}::uuid, 'minor', '当事人要求', ${personId}::uuid, ${now.toISOString()}::timestamptz)`);
  const { figures } = await readCommitteeFigures(county.as("committee", { now }), choice);
  expect(figures.successRate).toEqual({ numerator: 0, denominator: 1 });
  expect((await list({ figure: "successRate" })).rows).toEqual([]);
  await database().execute(
    sql`update dispute_restrictions set released_by = ${county.people.committee}::uuid, released_at = ${now.toISOString()}::timestamptz, release_reason = '不再需要' where dispute_id = ${paid}::uuid`,
  );
});

it("what ended on the very last day of its term was in time; with a term one day shorter it was not", async () => {
  const asked = { figure: "withinTerm", part: "denominator", basis: "lastYear" };
  const counted = async () => (await list(asked)).rows.map(({ disputeId, isCounted }) => [disputeId, isCounted]);
  expect(await counted()).toEqual([[lastYear, true]]);
  await database().transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update clocks set due_on = due_on - 1 where dispute_id = ${lastYear}::uuid`);
  });
  expect(await counted()).toEqual([[lastYear, false]]);
});
