import { describe, expect, it } from "vitest";
import { defaultRules as rules } from "../testing/facts";
import { clockDay, firstClockOf, lastDay, lawOfClock } from "./clock-days";

const none = new Map<string, boolean>();
const month = (startedOn: string) => clockDay("peoplesMonth", startedOn, rules, none);

describe("the last day of a clock", () => {
  it("of people's mediation is a calendar month on, at the end of a shorter month, or the next working day", () => {
    expect(month("2026-11-09")).toBe("2026-12-09");
    // 28 February 2026 is a Saturday that is worked; the one of 2028 is a Tuesday.
    expect(month("2026-01-31")).toBe("2026-02-28");
    expect(month("2028-01-31")).toBe("2028-02-29");
    // 1 October 2026 begins a holiday that ends on the 7th.
    expect(month("2026-09-01")).toBe("2026-10-08");
    expect(month("2025-12-01")).toBe("2026-01-04");
    expect(month("2026-11-30")).toBe("2026-12-30");
  });

  it("of a police session is so many working days on, across weekends, make-up days and the year's end", () => {
    const [first, second] = (["firstSession", "secondSession"] as const).map(
      (kind) => (startedOn: string) => clockDay(kind, startedOn, rules, none),
    );
    expect(first?.("2026-11-24")).toBe("2026-11-27");
    expect(first?.("2026-09-30")).toBe("2026-10-10");
    expect(first?.("2025-12-31")).toBe("2026-01-06");
    expect(second?.("2026-11-24")).toBe("2026-12-03");
    expect(second?.("2026-09-29")).toBe("2026-10-14");
    // 14 February 2026, a Saturday, is worked; the holiday lasts from the 15th to the 23rd.
    expect(first?.("2026-02-13")).toBe("2026-02-25");
  });

  it("begins anew with an appraisal's result for a first session, and takes up what was left for a second", () => {
    const paused = (
      kind: "firstSession" | "secondSession",
      pausedOn: string,
      resumedOn: string | null,
      overrides = none,
    ) => lastDay({ kind, startedOn: "2026-11-24", pauses: [{ pausedOn, resumedOn }] }, rules, overrides);
    expect(paused("firstSession", "2026-11-26", "2026-12-18")).toBe("2026-12-23");
    // The second was due on 3 December; two working days were left: 2 and 3 December.
    expect(paused("secondSession", "2026-12-01", "2026-12-18")).toBe("2026-12-22");
    expect(paused("secondSession", "2026-12-03", "2026-12-18")).toBe("2026-12-18");
    expect(paused("secondSession", "2026-12-03", "2026-12-19")).toBe("2026-12-21");
    expect(paused("secondSession", "2026-12-01", null)).toBe("2026-12-03");
    // A day off that is entered afterwards: before the pause it leaves one day more, during it none, after it one day more.
    const off = (...days: string[]) => new Map(days.map((day) => [day, false]));
    expect(paused("secondSession", "2026-12-01", "2026-12-18", off("2026-11-30"))).toBe("2026-12-23");
    expect(paused("secondSession", "2026-12-01", "2026-12-18", off("2026-12-02"))).toBe("2026-12-22");
    expect(paused("secondSession", "2026-12-01", "2026-12-18", off("2026-12-21"))).toBe("2026-12-23");
    expect(paused("firstSession", "2026-11-26", "2026-12-18", off("2026-12-22"))).toBe("2026-12-24");
  });

  it("counts what two pauses left, one after the other", () => {
    const pauses = [
      { pausedOn: "2026-11-25", resumedOn: "2026-12-01" },
      { pausedOn: "2026-12-03", resumedOn: "2026-12-10" },
    ];
    // Seven days: 25 November; 2 and 3 December; four more from the 11th.
    expect(lastDay({ kind: "secondSession", startedOn: "2026-11-24", pauses }, rules, none)).toBe("2026-12-16");
    expect(lastDay({ kind: "firstSession", startedOn: "2026-11-24", pauses }, rules, none)).toBe("2026-12-15");
  });

  it("is set by law for two tracks alone, each with its own article", () => {
    expect([firstClockOf("peoples"), firstClockOf("publicSecurity")]).toEqual(["peoplesMonth", "firstSession"]);
    expect([firstClockOf("onScene"), firstClockOf("coordination"), firstClockOf("transfer")]).toEqual([
      null,
      null,
      null,
    ]);
    expect(lawOfClock("secondSession")).toBe("程序规定 183");
  });
});
