import { describe, expect, it } from "vitest";
import { isRun, spansOf } from "./week";

const day = (weekday: number, closesAt = "17:30") => ({ weekday, opensAt: "08:30", closesAt });

describe("a room's week", () => {
  it("puts days with equal hours together, in the order of the week", () => {
    expect(spansOf([day(6, "12:00"), day(2), day(1)])).toEqual([
      { days: [1, 2], opensAt: "08:30", closesAt: "17:30" },
      { days: [6], opensAt: "08:30", closesAt: "12:00" },
    ]);
  });

  it("knows a run of days from days with a gap", () => {
    expect([isRun([1, 2, 3, 4]), isRun([5, 6, 7]), isRun([1, 2]), isRun([1, 2, 4]), isRun([])]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
