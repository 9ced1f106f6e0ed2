import { describe, expect, it } from "vitest";
import { addDays, addMonths, dayOf, timeOf } from "./shanghai";

describe("day and time in Shanghai", () => {
  it.each([
    ["2026-11-28T15:59:59.999Z", "2026-11-28", "23:59"],
    ["2026-11-28T16:00:00.000Z", "2026-11-29", "00:00"],
    ["2028-02-28T16:00:00.000Z", "2028-02-29", "00:00"],
    ["1991-12-31T16:00:00.000Z", "1992-01-01", "00:00"],
    // Summer time, one hour ahead.
    ["1988-07-01T15:30:00.000Z", "1988-07-02", "00:30"],
  ])("of %s", (at, day, time) => {
    expect([dayOf(new Date(at)), timeOf(new Date(at))]).toEqual([day, time]);
  });
});

describe("days and months later", () => {
  it.each([
    ["2026-11-30", 1, "2026-12-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-01-01", -1, "2025-12-31"],
    ["1969-12-31", 1, "1970-01-01"],
    ["9999-12-31", -1, "9999-12-30"],
  ])("%s and %d days", (day, days, then) => {
    expect(addDays(day, days)).toBe(then);
  });

  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-02-29", -12, "2023-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-11-15", 14, "2028-01-15"],
    ["2026-01-01", -23, "2024-02-01"],
    ["1950-12-31", 2, "1951-02-28"],
  ])("%s and %d months: never beyond the end of the month", (day, months, then) => {
    expect(addMonths(day, months)).toBe(then);
  });
});
