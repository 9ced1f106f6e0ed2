import { describe, expect, it } from "vitest";
import { addDays, addMonths, weekdayOf } from "../kernel/shanghai";
import { addWorkdays, isHoliday, isWorkday, rollToWorkday } from "./workdays";

const none = new Map<string, boolean>();

/** How many Mondays to Fridays of a year without an arrangement are free: one for each day of the law. */
function freeDaysOf(year: string): number {
  const days = Array.from({ length: 366 }, (_, n) => addDays(`${year}-01-01`, n)).filter((day) => day.startsWith(year));
  return days.filter((day) => weekdayOf(day) <= 5 && isHoliday(day, none)).length;
}

describe("working days", () => {
  it("knows the make-up days and holidays of 2026", () => {
    expect(["2026-02-14", "2026-02-28", "2026-10-10"].every((day) => isWorkday(day, none))).toBe(true);
    expect(["2026-10-01", "2026-02-17", "2026-11-28"].some((day) => isWorkday(day, none))).toBe(false);
  });

  it("does not count the start day and skips weekends", () => {
    expect(addWorkdays("2026-11-24", 7, none)).toBe("2026-12-03");
    expect(addWorkdays("2026-11-27", 1, none)).toBe("2026-11-30");
  });

  it("moves a limit on a free day to the next working day", () => {
    expect(rollToWorkday("2026-10-03", none)).toBe("2026-10-08");
    expect(rollToWorkday("2026-11-24", none)).toBe("2026-11-24");
  });

  it("lets a local exception win", () => {
    expect(isWorkday("2026-11-24", new Map([["2026-11-24", false]]))).toBe(false);
    expect(rollToWorkday("2026-11-24", new Map([["2026-11-24", false]]))).toBe("2026-11-25");
  });

  it("tells a holiday from an ordinary weekend and a make-up day, and lets a local exception win", () => {
    expect(["2026-10-01", "2026-10-03", "2026-02-17"].every((day) => isHoliday(day, none))).toBe(true);
    expect(["2026-11-28", "2026-11-26", "2026-10-10"].some((day) => isHoliday(day, none))).toBe(false);
    expect(isHoliday("2026-11-26", new Map([["2026-11-26", false]]))).toBe(true);
    expect(isHoliday("2026-10-01", new Map([["2026-10-01", true]]))).toBe(false);
  });

  it("knows the law's own holidays of a year whose arrangement is not out yet, and the days given for those on a weekend", () => {
    const free = [
      "01-01",
      "02-05",
      "02-06",
      "02-07",
      "02-08",
      "04-05",
      "05-01",
      "05-02",
      "06-09",
      "09-15",
      "10-01",
      "10-02",
      "10-03",
    ];
    // New Year's Day and the day after, both of the Spring Festival, are Saturday and Sunday; so are 1 and 2 May, 2 and 3 October.
    const givenBack = ["02-09", "02-10", "05-03", "05-04", "10-04", "10-05"];
    for (const day of [...free, ...givenBack]) {
      expect(isHoliday(`2027-${day}`, none), day).toBe(true);
      expect(isWorkday(`2027-${day}`, none), day).toBe(false);
    }
    for (const day of ["01-04", "02-04", "02-11", "04-06", "05-05", "06-10", "09-16", "10-06"]) {
      expect(isHoliday(`2027-${day}`, none), day).toBe(false);
      expect(isWorkday(`2027-${day}`, none), day).toBe(true);
    }
    // 1 January 2028 and 4 April 2032 are on a weekend; 1 October 2028 is a Sunday, and Mid-Autumn is 3 October.
    expect(["2028-01-03", "2032-04-05", "2028-10-04"].map((day) => isHoliday(day, none))).toEqual([true, true, true]);
    expect(["2028-01-04", "2032-04-06", "2028-10-06"].map((day) => isWorkday(day, none))).toEqual([true, true, true]);
    // Two holidays on one day are both given, as in 2009 and 2020: Mid-Autumn is 3 October 2028, 1 October 2031 and, on a
    // Sunday, 2 October 2039.
    expect(["2028-10-05", "2031-10-06", "2039-10-06"].map((day) => isHoliday(day, none))).toEqual([true, true, true]);
    expect(["2031-10-07", "2039-10-07"].map((day) => isWorkday(day, none))).toEqual([true, true]);
    const years = Array.from({ length: 50 }, (_, n) => String(2027 + n));
    expect(years.filter((year) => freeDaysOf(year) !== 13)).toEqual([]);
    expect(isHoliday("2027-01-01", new Map([["2027-01-01", true]]))).toBe(false);
    // A published arrangement decides: 2 May 2023 was free, and a Saturday before it was worked.
    expect([isHoliday("2023-05-02", none), isWorkday("2023-05-06", none)]).toEqual([true, true]);
  });

  it("ends a month from the 31st on the last day of a shorter month", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2026-11-09", 1)).toBe("2026-12-09");
  });
});
