import { describe, expect, it } from "vitest";
import { officeDays } from "./office-days";
import { numberOfDay } from "./wall-clock";

const none = new Map<string, boolean>();
const has = (days: ReadonlySet<number>, day: string) => days.has(numberOfDay(day));

describe("days of the calendar that are not what their weekday says", () => {
  it("keeps a whole holiday free, its Saturday and Sunday too, and no ordinary weekend", () => {
    const { closed } = officeDays("2026-09-25", 20, none);
    for (const day of ["2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04", "2026-10-05"])
      expect(has(closed, day)).toBe(true);
    expect(has(closed, "2026-10-11")).toBe(false);
    expect(has(closed, "2026-09-30")).toBe(false);
  });

  it("works the Saturday that is worked in exchange for a holiday", () => {
    const { closed, worked } = officeDays("2026-10-01", 14, none);
    expect(has(worked, "2026-10-10")).toBe(true);
    expect(has(closed, "2026-10-10")).toBe(false);
    expect(has(worked, "2026-10-09")).toBe(false);
  });

  it("follows the county's own exceptions first, at weekends as well", () => {
    const own = new Map([
      ["2026-11-28", false],
      ["2026-11-27", false],
      ["2026-11-29", true],
      ["2026-10-02", true],
    ]);
    const { closed, worked } = officeDays("2026-09-30", 60, own);
    expect(has(closed, "2026-11-28")).toBe(true);
    expect(has(closed, "2026-11-27")).toBe(true);
    expect(has(worked, "2026-11-29")).toBe(true);
    expect(has(closed, "2026-10-02")).toBe(false);
  });
});
