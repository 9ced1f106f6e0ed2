import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { testCounty } from "../../testing/county";
import { demoBegun, demoWritten, isHalfSeeded } from "../demo-state";
import { daysAway } from "./days-away";
import { type DemoCounty, demoCounty } from "./demo-county";
import { legalDuty } from "./legal-duty";
import { opening } from "./openings";
import { panelRules } from "./panel-rules";
import { repeatableRandom } from "./repeatable-random";
import { repeatedCalls } from "./repeated-calls";
import { isOfFirmAlone } from "./sides";
import { weeksOfHelpers } from "./times-of-people";

const now = new Date("2024-05-14T15:10:00+08:00");

it("a demo that was begun and cut off is known by it, until one was written to its end", async () => {
  const url = process.env.DATABASE_URL ?? "";
  expect(await isHalfSeeded(url)).toBe(false);
  await demoBegun();
  expect(await isHalfSeeded(url)).toBe(true);
  await demoWritten();
  expect(await isHalfSeeded(url)).toBe(false);
});

describe("scenarios told at one moment", () => {
  let countyId: string;
  let demo: DemoCounty;
  beforeAll(async () => {
    const county = await testCounty();
    countyId = county.countyId;
    demo = demoCounty(county, now);
    for (const scenario of [panelRules, repeatedCalls, legalDuty, weeksOfHelpers, daysAway]) await scenario(demo);
  });

  it("leave events before or at that moment, none at the hour of the machine", async () => {
    const [events] = await database().execute<{ first: string; last: string }>(
      sql`select to_timestamp(min(at_us) / 1e6) as first, to_timestamp(max(at_us) / 1e6) as last from events where county_id = ${countyId}`,
    );
    expect(new Date(events?.first ?? 0).getTime()).toBeGreaterThan(new Date("2023-10-01").getTime());
    expect(new Date(events?.last ?? 0)).toEqual(now);
  });

  it("date what is to come from that moment on", async () => {
    const [absences] = await database().execute<{ first: string; last: string }>(
      sql`select min(lower(during)) as first, max(upper(during)) as last from absences where county_id = ${countyId}`,
    );
    expect(new Date(absences?.first ?? 0)).toEqual(new Date("2024-05-16T00:00:00+08:00"));
    expect(new Date(absences?.last ?? 0)).toEqual(new Date("2024-05-27T17:30:00+08:00"));
  });

  it("have people who fit the quarrel: relatives of one name, firms where a firm owes or is owed, children beside their parent", () => {
    const random = repeatableRandom(11);
    const openings = Array.from({ length: 1_500 }, () => opening(demo, "LW", random, now));
    const of = (fits: (one: (typeof openings)[number]) => boolean) => {
      const found = openings.filter(fits);
      expect(found.length).toBeGreaterThan(5);
      return found;
    };
    for (const { names } of of(({ matter }) => matter.type === "family")) {
      expect(names[0].slice(0, 1)).toBe(names[1].slice(0, 1));
      expect(names[0]).not.toBe(names[1]);
    }
    for (const { sides, matter } of of(({ matter }) => isOfFirmAlone(matter)))
      expect(sides?.filter(({ kind }) => kind === "organisation").length, matter.title).toBe(1);
    for (const { sides = [], names } of of(({ sides }) => sides?.some(({ isMinor }) => isMinor) ?? false))
      expect(sides.map(({ name }) => name)).not.toContain(names[0]);
  });
});
