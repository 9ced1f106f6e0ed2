import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import type { NumberedFor } from "../../disputes/parts/number-paper";
import { nextNumber } from "../../kernel/counter";
import { asActor } from "../../kernel/transaction";
import { type TestCounty, testCounty } from "../../testing/county";
import { givePaperNumber } from "./give-paper-number";

let county: TestCounty;
let of: NumberedFor;
beforeAll(async () => {
  county = await testCounty();
  const { countyId, committeeId, stationId } = county.as("mediator").actor;
  of = { countyId, committeeId: committeeId ?? "", stationId: stationId ?? "", track: "peoples" };
});

type Kind = Parameters<typeof givePaperNumber>[1]["kind"];
const given = (kind: Kind, subjectId = v7(), at = new Date("2026-11-01T02:00:00Z"), over: Partial<NumberedFor> = {}) =>
  asActor(county.system(at), (tx) =>
    givePaperNumber(tx, { countyId: county.countyId, kind, subjectId }, { ...of, ...over }, at),
  );

it("gives 200 papers of one instant 200 numbers without a gap, and one paper made twice one number", async () => {
  const same = v7();
  const twice = [given("ending", same), given("ending", same)];
  const numbers = await Promise.all([...twice, ...Array.from({ length: 199 }, () => given("ending"))]);
  expect(numbers[0]).toBe(numbers[1]);
  const counted = [...new Set(numbers)].map((number) => Number(/第 (\d+) 号/.exec(number)?.[1])).sort((a, b) => a - b);
  expect(counted).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
});

it("begins anew with the year in Shanghai, grows past 999, and keeps each class and the police apart", async () => {
  expect(await given("intake", v7(), new Date("2026-12-31T15:59:59.900Z"))).toBe("（2026）柳人调受字第 001 号");
  expect(await given("intake", v7(), new Date("2026-12-31T16:00:00Z"))).toBe("（2027）柳人调受字第 001 号");
  expect(await given("nonAcceptance")).toBe("（2026）柳人调不受字第 001 号");
  expect(await given("noPenalty", v7(), undefined, { track: "publicSecurity" })).toBe(
    "（2026）柳湾派出所治调不罚字第 001 号",
  );
  await database().execute(sql`alter table counters disable trigger counters_count_by_one`);
  await database().execute(
    sql`update counters set value = 999 where county_id = ${county.countyId}::uuid and kind = 'intake' and year = 2026`,
  );
  await database().execute(sql`alter table counters enable trigger counters_count_by_one`);
  expect(await given("intake")).toBe("（2026）柳人调受字第 1000 号");
});

it("is given by the system alone, and never changed", async () => {
  const mediator = county.as("mediator");
  await expect(
    asActor(mediator, (tx) =>
      givePaperNumber(tx, { countyId: county.countyId, kind: "intake", subjectId: v7() }, of, mediator.now),
    ),
  ).rejects.toThrow();
  const taken = await asActor(county.system(), (tx) => nextNumber(tx, county.countyId, of.committeeId, "ending", 2026));
  expect(taken).toBe(201);
});
