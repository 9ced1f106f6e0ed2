import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { registerDispute } from "../disputes/register-dispute";
import { triageDispute } from "../disputes/triage-dispute";
import { asActor, postgresError } from "../kernel/transaction";
import { type RuleKey, ruleDefaults } from "../rules/defaults";
import { rulesByOwner } from "../rules/queries";
import { type TestCounty, testCounty } from "../testing/county";
import { harmless, intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { type SetDaysInput, type SetRuleInput, setDaysInput, setRuleInput } from "./inputs";
import { ruleSheet } from "./reads/rule-sheet";
import { missingYear, yearsOfDays } from "./reads/years";
import { setDays } from "./set-days";
import { setRule } from "./set-rule";

/** A Friday. A month from it ends on Sunday 27 December and therefore on Monday the 28th. */
const now = new Date("2026-11-27T02:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const set = (
  username: string,
  over: Partial<SetRuleInput> & Pick<SetRuleInput, "key" | "value" | "valueSeen">,
  at = now,
) => setRule(county.as(username, { now: at }), setRuleInput.parse({ validFrom: "2026-12-01", ...over }));
const line = async (username: string, key: RuleKey, at = now) => {
  const found = (await ruleSheet(county.as(username, { now: at }))).find((one) => one.key === key);
  if (!found) throw new Error(`no line of ${key}`);
  return found;
};
const valueFor = (committee: string | null, key: RuleKey, day: string) =>
  asActor(county.system(now), async (tx) => {
    const of = await rulesByOwner(tx, county.countyId, day);
    return of(committee ? { committeeId: committee, track: "peoples" } : null)[key];
  });
/** What the events of a chain with this action say, the oldest first. */
async function payloadsOf(chain: string, action: string): Promise<Record<string, unknown>[]> {
  const rows = await database().execute<{ payload: string }>(sql`
    select payload from events where county_id = ${county.countyId}::uuid and chain = ${chain}::uuid and action = ${action} order by seq`);
  return rows.map(({ payload }) => JSON.parse(payload) as Record<string, unknown>);
}
const committeeOf = (username: string) => county.actor(username).committeeId;

async function accepted(
  track: "peoples" | "publicSecurity" = "peoples",
  at = now,
): Promise<{ disputeId: string; proceedingId: string }> {
  const { disputeId } = await registerDispute(county.as("mediator", { now: at }), intake());
  const { proceedingId } = await triageDispute(county.as(track === "peoples" ? "mediator" : "officer", { now: at }), {
    disputeId,
    answers: harmless,
    track,
    notAcceptedReason: null,
    overrideReason: "",
    leadPersonId: null,
    leadUnit: "",
  });
  return { disputeId, proceedingId: proceedingId ?? "" };
}
/** Gives the running clock another last day, as an extension would. */
const setOtherwise = (proceedingId: string, to: string) =>
  database().transaction(async (tx) => {
    await tx.execute(sql`alter table clocks disable trigger clocks_guard`);
    await tx.execute(sql`update clocks set due_on = ${to}::date where proceeding_id = ${proceedingId}::uuid`);
    await tx.execute(sql`alter table clocks enable trigger clocks_guard`);
  });
const dueOn = async (proceedingId: string) => {
  const [row] = await database().execute<{ due: string }>(
    sql`select due_on::text as due from proceedings where county_id = ${county.countyId}::uuid and id = ${proceedingId}::uuid`,
  );
  return row?.due;
};
const yearAsItIs = async (year: number, at = now): Promise<SetDaysInput> => {
  const found = (await yearsOfDays(county.as("county", { now: at }))).years.find((one) => one.year === year);
  if (!found) throw new Error(`no year ${year}`);
  const { free, worked, entry } = found;
  return setDaysInput.parse({ year, notice: "国办发明电〔2026〕8号", free, worked, entrySeen: entry?.id ?? null });
};

describe("rules", () => {
  it("have an owner and bounds each, which hold the default", async () => {
    const bounds = await database().execute<{ key: RuleKey; lowest: number; highest: number; under: RuleKey | null }>(
      sql`select key, lowest, highest, under from app.rule_bounds()`,
    );
    const known = new Set<string>(bounds.map(({ key }) => key));
    expect(Object.keys(ruleDefaults).filter((key) => !known.has(key))).toEqual([]);
    for (const { key, lowest, highest, under } of bounds.filter((one) => one.key in ruleDefaults)) {
      const { value } = ruleDefaults[key];
      expect(value >= lowest && value <= highest && (!under || value <= ruleDefaults[under].value), key).toBe(true);
    }
  });

  it("are set by the county from a day on, with the old value and who changed it kept", async () => {
    expect((await line("county", "triage.hours")).now).toEqual({ value: 24, source: "local", set: null });
    await set("county", { key: "triage.hours", value: 12, valueSeen: 24, validFrom: "2026-12-01" });
    expect(await valueFor(null, "triage.hours", "2026-11-30")).toBe(24);
    expect(await valueFor(null, "triage.hours", "2026-12-01")).toBe(12);
    await set("county", { key: "triage.hours", value: 8, valueSeen: 12, source: "县办〔2026〕3号" }, later(1));
    const ahead = await line("committee", "triage.hours", later(1));
    expect([ahead.now.value, ahead.next?.value, ahead.next?.from]).toEqual([24, 8, "2026-12-01"]);
    const { now: today, next, history } = await line("committee", "triage.hours", later(10));
    expect([today, next]).toEqual([{ value: 8, source: "县办〔2026〕3号", set: history[0] }, null]);
    expect(history.map(({ value, from, source, by, isOwn }) => [value, from, source, by !== null, isOwn])).toEqual([
      [8, "2026-12-01", "县办〔2026〕3号", true, false],
      [12, "2026-12-01", "local", true, false],
    ]);
    expect((await payloadsOf(county.countyId, "rule.set"))[0]).toMatchObject({
      rule: "triage.hours",
      was: 24,
      value: 12,
    });
  });

  it("of a committee are its head's and count in its people's mediation alone", async () => {
    const own = committeeOf("committee");
    expect(own).not.toBeNull();
    await set("committee", { key: "step.hours", value: 48, valueSeen: 24, validFrom: "2026-11-27" });
    expect(await valueFor(own, "step.hours", "2026-11-27")).toBe(48);
    expect(await valueFor(null, "step.hours", "2026-11-27")).toBe(24);
    expect((await line("committee", "step.hours")).now.value).toBe(48);
    expect((await line("county", "step.hours")).now.value).toBe(24);
    // What the county sets from later on changes nothing where the committee has its own value.
    await set("county", { key: "step.hours", value: 36, valueSeen: 24, validFrom: "2026-12-20" });
    expect((await line("county", "step.hours")).next?.value).toBe(36);
    expect((await line("committee", "step.hours")).next).toBeNull();
    const { proceedingId } = await accepted();
    const [step] = await database().execute<{ due: string }>(
      sql`select to_json(next_due_at) #>> '{}' as due from proceedings where id = ${proceedingId}::uuid`,
    );
    expect(new Date(step?.due ?? "").getTime() - now.getTime()).toBeGreaterThan(24 * 3_600_000);
    expect(await refusedWith(set("committee", { key: "triage.hours", value: 12, valueSeen: 24 }))).toBe("forbidden");
  });

  it("are refused to everybody whose they are not, outside their bounds, in the past, and when somebody was faster", async () => {
    const step = { key: "record.hours", value: 30, valueSeen: 24 } as const;
    for (const who of ["mediator", "officer", "head", "lawyer", "grid"])
      expect(await refusedWith(set(who, step)), who).toBe("forbidden");
    expect(await refusedWith(set("county", { key: "signIn.hours", value: 8, valueSeen: 12 }))).toBe("forbidden");
    expect(await refusedWith(set("admin", step))).toBe("forbidden");
    expect(await refusedWith(set("county", { ...step, validFrom: "2026-11-26" }))).toBe("ruleInPast");
    expect(await refusedWith(set("county", { ...step, validFrom: "2029-01-01" }))).toBe("ruleTooFar");
    expect(await refusedWith(set("county", { ...step, value: 9999 }))).toBe("ruleOutOfBounds");
    expect(await refusedWith(set("county", { key: "confirmation.days", value: 60, valueSeen: 30 }))).toBe(
      "ruleOutOfBounds",
    );
    expect(await refusedWith(set("county", { ...step, valueSeen: 25 }))).toBe("changedMeanwhile");
    expect(await refusedWith(set("county", { key: "window.hours", value: 73, valueSeen: 24 }))).toBe("ruleOutOfBounds");
    await set("admin", { key: "signIn.hours", value: 8, valueSeen: 12 });
  });

  it("by raw SQL are refused to whoever does not own them, and for days that have begun", async () => {
    const raw = (username: string, key: string, from: string, committee: string | null, value = 20) =>
      asActor(county.as(username, { now }), (tx) =>
        tx.execute(sql`insert into rules (county_id, committee_id, key, valid_from, value, source, changed_by, changed_at)
          values (${county.countyId}::uuid, ${committee}::uuid, ${key}, ${from}::date, ${value}, '', ${county.people[username] ?? null}::uuid, ${now.toISOString()}::timestamptz)`),
      ).then(
        () => "written",
        (error: unknown) => postgresError(error)?.code,
      );
    const own = committeeOf("committee");
    const other = Object.values(county.committees).find((id) => id !== own) ?? "";
    expect(await raw("committee", "archive.days", "2026-12-01", own)).toBe("written");
    expect(await raw("committee", "archive.days", "2026-12-01", other)).toBe("42501");
    expect(await raw("committee", "archive.days", "2026-12-01", null)).toBe("42501");
    expect(await raw("committee", "archive.days", "2026-11-26", own)).toBe("42501");
    expect(await raw("county", "archive.days", "2026-12-01", own)).toBe("42501");
    expect(await raw("mediator", "archive.days", "2026-12-01", own)).toBe("42501");
    // Which roles need a second factor, and nothing else, is for an administrator to say, from today on.
    expect(await raw("admin", "secondFactor.officer", "2026-11-27", null, 1)).toBe("written");
    expect(await raw("admin", "secondFactor.officer", "2026-11-27", null, 2)).toBe("23514");
    expect(await raw("admin", "secondFactor.officer", "2026-11-26", null, 1)).toBe("42501");
    expect(await raw("admin", "peoples.months", "2026-12-01", null, 1)).toBe("42501");
    for (const who of ["head", "county"])
      expect(await raw(who, "secondFactor.officer", "2026-12-01", null, 1), who).toBe("42501");
    const day = (username: string, on: string) =>
      asActor(county.as(username, { now }), (tx) =>
        tx.execute(sql`insert into day_overrides (county_id, day, is_workday, changed_by, changed_at)
          values (${county.countyId}::uuid, ${on}::date, true, ${county.people[username] ?? null}::uuid, ${now.toISOString()}::timestamptz)`),
      ).then(
        () => "written",
        (error: unknown) => postgresError(error)?.code,
      );
    expect(await day("county", "2026-11-27")).toBe("42501");
    expect(await day("committee", "2028-12-02")).toBe("42501");
    expect(await day("county", "2028-12-02")).toBe("written");
  });
});

describe("days off", () => {
  it("move the last day of open proceedings in the same act, with the old and the new day in their events", async () => {
    const [one, ended] = [await accepted(), await accepted()];
    expect(await dueOn(one.proceedingId)).toBe("2026-12-28");
    await setOtherwise(ended.proceedingId, "2026-11-27");
    const year = await yearAsItIs(2026);
    const done = await setDays(county.as("county", { now }), { ...year, free: [...year.free, "2026-12-28"] });
    expect(done.changed).toBe(1);
    expect(done.moved).toBeGreaterThanOrEqual(1);
    expect(Object.keys(done).sort()).toEqual(["changed", "moved"]);
    expect([await dueOn(one.proceedingId), await dueOn(ended.proceedingId)]).toEqual(["2026-12-29", "2026-11-27"]);
    expect((await payloadsOf(one.disputeId, "proceeding.moveDueDay"))[0]).toMatchObject({
      was: "2026-12-28",
      dueOn: "2026-12-29",
    });
    const back = await yearAsItIs(2026);
    await setDays(county.as("county", { now: later(1) }), {
      ...back,
      free: back.free.filter((day) => day !== "2026-12-28"),
    });
    expect(await dueOn(one.proceedingId)).toBe("2026-12-28");
  });

  it("leave a last day that was set otherwise, unless it is free now", async () => {
    const { proceedingId } = await accepted();
    const extended = (to: string) => setOtherwise(proceedingId, to);
    await extended("2027-03-10");
    const year = await yearAsItIs(2026);
    await setDays(county.as("county", { now }), { ...year, free: [...year.free, "2026-12-30"] });
    expect(await dueOn(proceedingId)).toBe("2027-03-10");
    await extended("2026-12-31");
    const again = await yearAsItIs(2026);
    await setDays(county.as("county", { now }), { ...again, free: [...again.free, "2026-12-31"] });
    // 1 January 2027 is a Friday and a holiday.
    expect(await dueOn(proceedingId)).toBe("2027-01-04");
  });

  it("of a year must hold the law's holidays, put make-up days on weekends, and change no day that has begun", async () => {
    const year = await yearAsItIs(2027);
    const enter = (over: Partial<SetDaysInput>, who = "county") =>
      refusedWith(setDays(county.as(who, { now }), { ...year, ...over }));
    for (const who of ["committee", "mediator", "head", "admin"]) expect(await enter({}, who), who).toBe("forbidden");
    expect(await enter({ free: year.free.filter((day) => day !== "2027-10-01") })).toBe("holidayMissing");
    expect(await enter({ worked: ["2027-03-01"] })).toBe("makeUpOnWorkday");
    expect(await enter({ year: 2025, free: ["2025-01-01"], worked: [] })).toBe("yearNotOpen");
    expect(await enter({ entrySeen: county.countyId })).toBe("changedMeanwhile");
    const present = await yearAsItIs(2026);
    const begun = { ...present, free: present.free.filter((day) => day !== "2026-02-20").concat("2026-11-27") };
    expect(await refusedWith(setDays(county.as("county", { now }), begun))).toBe("dayBegun");
  });

  it("are asked for from 1 October on, of those who can enter them, until the year is entered", async () => {
    const asked = async (username: string, at: string) => {
      const { year, isMissing } = await missingYear(county.as(username, { now: new Date(at) }));
      return isMissing ? year : null;
    };
    expect(await asked("county", "2026-09-30T02:00:00Z")).toBeNull();
    expect(await asked("county", "2026-10-01T02:00:00Z")).toBe(2027);
    expect(await asked("county", "2027-03-01T02:00:00Z")).toBe(2027);
    expect(() => missingYear(county.as("committee", { now }))).toThrow("forbidden");
    const year = await yearAsItIs(2027);
    // Spring Festival as it might be announced: to the 11th, made up on two weekend days; the law alone gives back the 9th and 10th.
    await setDays(county.as("county", { now }), {
      ...year,
      free: [...year.free, "2027-02-11"],
      worked: ["2027-01-30", "2027-02-20"],
    });
    expect(await asked("county", "2026-11-27T02:00:00Z")).toBeNull();
    const entered = (await yearsOfDays(county.as("committee", { now }))).years.find((one) => one.year === 2027);
    expect(entered).toMatchObject({ source: "entered", worked: ["2027-01-30", "2027-02-20"] });
    expect(entered?.free).toContain("2027-02-11");
    expect(entered?.changes.map(({ day, isWorkday }) => [day, isWorkday])).toEqual([
      ["2027-01-30", true],
      ["2027-02-11", false],
      ["2027-02-20", true],
    ]);
  });
});
