import { describe, expect, it } from "vitest";
import { dayOf, timeOf } from "./shanghai";

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
