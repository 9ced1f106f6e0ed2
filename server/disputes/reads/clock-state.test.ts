import { expect, it } from "vitest";
import { clockToShow } from "../choices";
import { type ClockRow, clockOnDay } from "./clock-state";

const month: ClockRow = {
  id: "1",
  kind: "peoplesMonth",
  startedOn: "2026-11-09",
  dueOn: "2026-12-09",
  pausedOn: null,
  pausedFor: null,
  stoppedOn: null,
  stoppedBy: null,
  changes: [],
};
const on = (day: string, over: Partial<ClockRow> = {}) => {
  const { state, daysOver, isSoonDue } = clockOnDay({ ...month, ...over }, day);
  return [state, daysOver, isSoonDue];
};

it("a clock is judged by today until it stops, and by that day ever after; while paused no day counts", () => {
  expect(on("2026-12-07")).toEqual(["running", 0, false]);
  expect(on("2026-12-08")).toEqual(["running", 0, true]);
  expect(on("2026-12-09")).toEqual(["running", 0, true]);
  expect(on("2027-01-09")).toEqual(["past", 31, false]);
  expect(on("2027-01-09", { stoppedOn: "2026-12-09", stoppedBy: "agreement" })).toEqual(["met", 0, false]);
  expect(on("2027-01-09", { stoppedOn: "2026-12-12", stoppedBy: "ended" })).toEqual(["missed", 3, false]);
  const paused = { pausedOn: "2026-12-01", pausedFor: "injury" as const };
  expect(on("2027-01-09", paused)).toEqual(["paused", 0, false]);
  expect(on("2027-01-09", { ...paused, stoppedOn: "2027-01-05", stoppedBy: "ended" })).toEqual(["met", 0, false]);
});

it("the clock that is shown is the one that runs, else the last that stopped", () => {
  const first = clockOnDay(
    { ...month, kind: "firstSession", stoppedOn: "2026-11-10", stoppedBy: "session" },
    "2026-11-12",
  );
  const second = clockOnDay({ ...month, kind: "secondSession" }, "2026-11-12");
  expect(clockToShow([first, second])?.kind).toBe("secondSession");
  expect(clockToShow([first])?.kind).toBe("firstSession");
  expect(clockToShow([])).toBeUndefined();
});
