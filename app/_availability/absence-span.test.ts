import { expect, it } from "vitest";
import { faultOf, lastDayOf, spanOf } from "./absence-span";

const draft = { isWhole: true, fromDay: "2026-11-30", toDay: "2026-12-01", fromTime: "", toTime: "" };

it("whole days run from midnight to midnight in Shanghai, over the turn of a month", () => {
  const span = spanOf(draft);
  expect(span).toEqual({ from: "2026-11-29T16:00:00.000Z", to: "2026-12-01T16:00:00.000Z" });
  expect(span && lastDayOf(span)).toBe("2026-12-01");
  expect(spanOf({ ...draft, toDay: "" })?.to).toBe("2026-11-30T16:00:00.000Z");
  expect(spanOf({ ...draft, toDay: "2026-11-01" })).toBeNull();
});

it("hours lie within one day and run forward", () => {
  const hours = { ...draft, isWhole: false, fromTime: "14:00", toTime: "16:30" };
  const span = spanOf(hours);
  expect(span).toEqual({ from: "2026-11-30T06:00:00.000Z", to: "2026-11-30T08:30:00.000Z" });
  expect(span && lastDayOf(span)).toBeNull();
  expect(spanOf({ ...hours, toTime: "" })).toBeNull();
  expect(spanOf({ ...hours, toTime: "13:00" })).toBeNull();
});

it("what is missing is named where it is missing, and an end before its start as such", () => {
  const hours = { ...draft, isWhole: false, fromTime: "14:00", toTime: "16:30" };
  expect([draft, hours].map(faultOf)).toEqual([null, null]);
  expect(faultOf({ ...draft, fromDay: "" })).toBe("day");
  expect(faultOf({ ...draft, toDay: "2026-11-01" })).toBe("backwards");
  expect(faultOf({ ...hours, fromTime: "", toTime: "" })).toBe("from");
  expect(faultOf({ ...hours, toTime: "" })).toBe("to");
  expect(faultOf({ ...hours, toTime: "13:00" })).toBe("backwards");
});
