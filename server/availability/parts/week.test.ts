import { describe, expect, it } from "vitest";
import { instantOf } from "../../kernel/shanghai";
import { joinTouching, type WeekSpan } from "../choices";
import { coversSpan } from "./week";

const span = (weekday: number, from: string, until: string, mood: WeekSpan["mood"] = "free"): WeekSpan => ({
  weekday,
  from,
  until,
  mood,
});
// A Thursday.
const on = (from: string, to: string): [Date, Date] => [instantOf("2026-11-26", from), instantOf("2026-11-26", to)];

describe("a usual week", () => {
  it("merges adjoining spans of the same mood, in order", () => {
    expect(joinTouching([span(4, "09:30", "10:00"), span(4, "09:00", "09:30"), span(3, "09:00", "09:30")])).toEqual([
      span(3, "09:00", "09:30"),
      span(4, "09:00", "10:00"),
    ]);
    expect(joinTouching([span(4, "09:00", "09:30"), span(4, "09:30", "10:00", "reluctant")])).toHaveLength(2);
  });

  it("covers a session across moods, but not across a gap, another weekday or an hour that nobody named", () => {
    const week = [span(4, "09:00", "10:00"), span(4, "10:00", "12:00", "reluctant"), span(4, "14:00", "24:00")];
    expect(coversSpan(week, ...on("09:30", "11:00"))).toBe(true);
    expect(coversSpan(week, ...on("11:00", "14:30"))).toBe(false);
    expect(coversSpan(week, ...on("08:30", "09:30"))).toBe(false);
    expect(coversSpan(week, instantOf("2026-11-26", "22:00"), instantOf("2026-11-27", "00:00"))).toBe(true);
    expect(coversSpan(week, instantOf("2026-11-27", "09:00"), instantOf("2026-11-27", "10:00"))).toBe(false);
  });

  it("allows every span while the person has not filled in a week", () => {
    expect(coversSpan([], ...on("03:00", "04:00"))).toBe(true);
  });
});
