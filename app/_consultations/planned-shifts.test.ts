import { expect, it } from "vitest";
import { plannedShifts } from "./planned-shifts";

const own = { from: "", until: "" };

it("reads a night as ending on the next day, and round the clock as a whole day", () => {
  expect(plannedShifts(["2026-11-27"], "night", own)).toEqual([
    { from: "2026-11-27T14:00:00.000Z", until: "2026-11-28T00:00:00.000Z" },
  ]);
  expect(plannedShifts(["2026-11-28", "2026-11-27"], "all", own)).toEqual([
    { from: "2026-11-27T00:00:00.000Z", until: "2026-11-28T00:00:00.000Z" },
    { from: "2026-11-28T00:00:00.000Z", until: "2026-11-29T00:00:00.000Z" },
  ]);
});

it("takes own times, and nothing while one of them is missing", () => {
  expect(plannedShifts(["2026-11-27"], "own", { from: "09:30", until: "12:00" })).toEqual([
    { from: "2026-11-27T01:30:00.000Z", until: "2026-11-27T04:00:00.000Z" },
  ]);
  expect(plannedShifts(["2026-11-27"], "own", { from: "09:30", until: "" })).toBeNull();
});
