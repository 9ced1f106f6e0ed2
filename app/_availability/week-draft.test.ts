import { describe, expect, it } from "vitest";
import { copiedToWorkdays, draftOf, isSound, nextSpan, officeWeek, spanFault, times, weekOf } from "./week-draft";

const span = (from: string, until: string) => ({ from, until, mood: "free" as const });

describe("a week being written", () => {
  it("comes back as it was told", () => {
    const week = [
      { weekday: 1, ...span("09:00", "12:00") },
      { weekday: 7, ...span("20:00", "24:00") },
    ];
    expect(weekOf(draftOf(week))).toEqual(week);
    expect([times[0], times.at(-1), times.length]).toEqual(["06:00", "24:00", 37]);
  });

  it("says which span runs backwards or overlaps another; touching is fine", () => {
    expect(spanFault([span("12:00", "09:00")], 0)).toBe("order");
    expect(spanFault([span("09:00", "12:00"), span("11:30", "13:00")], 1)).toBe("overlap");
    expect(spanFault([span("09:00", "12:00"), span("12:00", "13:00")], 1)).toBeNull();
    expect(isSound(draftOf([{ weekday: 2, ...span("10:00", "10:00") }]))).toBe(false);
  });

  it("offers the afternoon after a morning, and something sound even late at night", () => {
    expect(nextSpan([])).toEqual(span("09:00", "12:00"));
    expect(nextSpan([span("09:00", "12:00")])).toEqual(span("14:00", "17:00"));
    for (const until of times.slice(1)) {
      const { from, until: end } = nextSpan([span("06:00", until)]);
      expect(from < end, until).toBe(true);
    }
  });

  it("copies one day to Monday to Friday and leaves the weekend", () => {
    const copied = copiedToWorkdays(draftOf([{ weekday: 3, ...span("08:00", "10:00") }]), 3);
    expect(weekOf(copied).map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5]);
    expect(isSound(officeWeek)).toBe(true);
  });
});
