import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { type NumberedFor, numberPaper } from "../disputes/parts/number-paper";
import type { NumberedPaper } from "../disputes/parts/number-patterns";
import { asActor } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { refusedWith } from "../testing/refused";
import { takenBySql } from "../testing/taken-by-sql";
import { isPattern } from "./choices";
import { setNumberPatternInput, setNumberStartInput } from "./inputs";
import { numberSheet } from "./queries";
import { setNumberPattern } from "./set-number-pattern";
import { setNumberStart } from "./set-number-start";

let county: TestCounty;
let of: NumberedFor;
beforeAll(async () => {
  county = await testCounty();
  const { countyId, committeeId, stationId } = county.as("mediator").actor;
  of = { countyId, committeeId: committeeId ?? "", stationId: stationId ?? "", track: "peoples" };
});

const now = new Date("2026-11-30T02:00:00Z");
const given = (paper: NumberedPaper, at = now, over: Partial<NumberedFor> = {}) =>
  asActor(county.as("mediator", { now: at }), (tx) => numberPaper(tx, { ...of, ...over }, paper, at));
const start = (lastUsed: number, over: Record<string, unknown> = {}, who = "committee") =>
  setNumberStart(
    county.as(who, { now }),
    setNumberStartInput.parse({ series: "agreement", year: 2026, lastUsed, proof: "登记簿第 3 页", ...over }),
  );
const pattern = (text: string, over: Record<string, unknown> = {}, who = "committee") =>
  setNumberPattern(
    county.as(who, { now }),
    setNumberPatternInput.parse({ series: "agreement", pattern: text, validFrom: "2026-11-30", ...over }),
  );
const refuses = async (act: Promise<unknown>, code: string) => expect(await refusedWith(act)).toBe(code);
const line = async (key: string) =>
  (await numberSheet(county.as("committee", { now }))).series.find((one) => one.key === key);

describe("numbers of papers", () => {
  it("go on behind the last one given on paper, only upward, with no number twice and none left out at one instant", async () => {
    expect(await given("agreement")).toBe("（2026）柳人调字第 001 号");
    expect(await start(37)).toEqual({ next: 38 });
    const numbers = await Promise.all(Array.from({ length: 20 }, () => given("agreement")));
    expect(numbers.sort()).toEqual(Array.from({ length: 20 }, (_, i) => `（2026）柳人调字第 0${38 + i} 号`));
    for (const low of [1, 36, 37, 57]) await refuses(start(low), "numberStartLow");
    // Another year, another paper and the police go on by themselves.
    expect(await given("agreement", new Date("2026-12-31T16:00:00Z"))).toBe("（2027）柳人调字第 001 号");
    expect(await given("ending")).toBe("（2026）柳人调终字第 001 号");
    const [event] = await database().execute(
      sql`select payload from events where county_id = ${county.countyId}::uuid and action = 'number.set' order by seq limit 1`,
    );
    expect(event?.payload).toMatch(/"series":"agreement","year":2026,"lastUsed":37,"was":1/);
  });

  it("begin behind the start where none was given yet, and a start races with numbers without a double", async () => {
    const [first] = await Promise.all([given("intake"), start(400, { series: "intake" }).catch(() => null)]);
    expect(["（2026）柳人调受字第 001 号", "（2026）柳人调受字第 401 号"]).toContain(first);
    expect(await given("intake")).toMatch(/第 (402|401) 号$/);
    expect(await line("intake")).toMatchObject({
      last: expect.any(Number),
      starts: [{ lastUsed: 400, by: expect.any(String) }],
    });
  });

  it("are written by the pattern of the day on which they are given", async () => {
    await pattern("{word}民调〔{yyyy}〕{n}号", { series: "oralAgreement", validFrom: "2026-12-05" });
    expect(await given("oralAgreement")).toBe("（2026）柳人调口字第 001 号");
    expect(await given("oralAgreement", new Date("2026-12-05T02:00:00Z"))).toBe("柳民调〔2026〕2号");
    const set = await line("oralAgreement");
    expect(set).toMatchObject({ next: "（2026）柳人调口字第 003 号", patterns: [{ from: "2026-12-05" }] });
  });

  it("have a pattern that writes year, word and number once, differs from the other series, and begins today or later", async () => {
    expect(isPattern("〔{yyyy}〕{word}调字第{n:3}号")).toBe(true);
    for (const unfit of [
      "{word}字第{n}号",
      "{yyyy}{word}{n}{n}",
      "{yyyy}{word}{n:9}",
      "{yyyy}{word}{n}{x}",
      "{yyyy}{word}{n}\u202e",
    ])
      expect(isPattern(unfit), unfit).toBe(false);
    await refuses(pattern("（{yyyy}）{word}人调终字第{n}号"), "numberPatternTaken");
    await refuses(pattern("〔{yyyy}〕{word}𲎯第{n}号"), "paperGlyphMissing");
    await refuses(pattern("〔{yyyy}〕{word}调第{n}号", { validFrom: "2026-11-29" }), "ruleInPast");
    await refuses(pattern("〔{yyyy}〕{word}调第{n}号", { validFrom: "2029-01-01" }), "ruleTooFar");
    const bySql = (validFrom: string) =>
      takenBySql(
        county.as("committee", { now }),
        sql`insert into number_patterns (county_id, id, scope, kind, pattern, valid_from, set_by, set_at)
          values (${county.countyId}::uuid, gen_random_uuid(), ${of.committeeId}::uuid, 'agreement', '〔{yyyy}〕{word}调第{n}号', ${validFrom}::date,
            ${county.people.committee}::uuid, ${now.toISOString()}::timestamptz)`,
      );
    expect([await bySql("2026-11-30"), await bySql("2026-11-29")]).toEqual(["taken", "42501"]);
    await refuses(start(99, { year: 2025 }), "numberYear");
  });

  it("are set by the head of the committee or station whose they are, and by nobody else", async () => {
    for (const who of ["mediator", "officer", "county", "admin"]) await refuses(start(99, {}, who), "forbidden");
    await refuses(start(99, { series: "agreement.publicSecurity" }), "notFound");
    expect(await start(12, { series: "agreement.publicSecurity" }, "head")).toEqual({ next: 13 });
    expect(await given("agreement", now, { track: "publicSecurity" })).toBe("（2026）柳湾派出所治调字第 013 号");
    await refuses(start(99, {}, "head"), "notFound");
    await refuses(pattern("〔{yyyy}〕{word}调第{n}号", {}, "head"), "notFound");
  });
});
