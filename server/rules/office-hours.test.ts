import { describe, expect, it } from "vitest";
import { dayOf, instantOf, timeOf } from "../kernel/shanghai";
import { defaultRules as rules } from "../testing/facts";
import {
  afterOfficeHours,
  endOfOfficeDay,
  isOfficeTime,
  lastOfficeTime,
  nextOfficeTime,
  officeTimeBy,
} from "./office-hours";

const office = { rules, overrides: new Map([["2026-11-26", false]]) };
const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11));
const said = (instant: Date) => `${dayOf(instant)} ${timeOf(instant)}`;
const fallsDue = (text: string, hours: number) => said(afterOfficeHours(at(text), hours, office));

describe("a time in office hours", () => {
  it("is the same time of the next working day after 24 hours, whatever lies between", () => {
    expect(fallsDue("2026-11-24 10:15", 24)).toBe("2026-11-25 10:15");
    expect(fallsDue("2026-11-27 16:00", 24)).toBe("2026-11-30 16:00");
    expect(fallsDue("2026-09-30 16:00", 24)).toBe("2026-10-08 16:00");
    expect(fallsDue("2026-02-14 09:00", 24)).toBe("2026-02-24 09:00");
    expect(fallsDue("2026-12-31 17:59", 24)).toBe("2027-01-04 17:59");
    // A day off of the county's own counts like a holiday.
    expect(fallsDue("2026-11-25 10:00", 24)).toBe("2026-11-27 10:00");
  });

  it("begins to count when the office opens: at night, on a day off, on a make-up Saturday", () => {
    expect(fallsDue("2026-11-24 01:43", 24)).toBe("2026-11-25 08:30");
    expect(fallsDue("2026-11-23 22:10", 24)).toBe("2026-11-25 08:30");
    expect(fallsDue("2026-11-28 11:00", 24)).toBe("2026-12-01 08:30");
    expect(fallsDue("2026-10-03 11:00", 24)).toBe("2026-10-09 08:30");
    expect(fallsDue("2026-10-09 20:00", 24)).toBe("2026-10-12 08:30");
  });

  it("carries the hours of a day over the close, and never past a whole day at work", () => {
    expect(fallsDue("2026-11-24 09:00", 2)).toBe("2026-11-24 11:00");
    expect(fallsDue("2026-11-24 17:00", 2)).toBe("2026-11-25 09:30");
    expect(fallsDue("2026-11-27 17:00", 2)).toBe("2026-11-30 09:30");
    expect(fallsDue("2026-11-24 10:00", 18)).toBe("2026-11-25 10:00");
    expect(fallsDue("2026-11-23 10:00", 72)).toBe("2026-11-27 10:00");
  });

  it("holds for any instant and any number of hours, in order", () => {
    for (let n = 0; n < 700; n += 1) {
      const from = new Date(at("2026-09-25 00:13").getTime() + n * 47 * 60_000);
      const [one, two] = [afterOfficeHours(from, n % 49, office), afterOfficeHours(from, (n % 49) + 1, office)];
      expect(isOfficeTime(one, office), said(from)).toBe(true);
      expect(one >= from && two >= one, said(from)).toBe(true);
    }
  });

  it("knows the opening before and after, and the close of a day that may be off", () => {
    expect(said(nextOfficeTime(at("2026-11-28 01:43"), office))).toBe("2026-11-30 08:30");
    expect(said(lastOfficeTime(at("2026-11-30 01:43"), office))).toBe("2026-11-27 18:00");
    expect(said(lastOfficeTime(at("2026-10-07 12:00"), office))).toBe("2026-09-30 18:00");
    expect(said(endOfOfficeDay("2026-10-03", office))).toBe("2026-10-08 18:00");
    expect(said(endOfOfficeDay("2026-10-10", office))).toBe("2026-10-10 18:00");
  });

  it("by a latest moment is moved back while there is time, else ahead, else it is the latest moment", () => {
    const by = (now: string, wanted: string, latest: string) =>
      said(officeTimeBy(at(wanted), { now: at(now), latest: at(latest) }, office));
    expect(by("2026-11-24 16:00", "2026-11-25 01:43", "2026-11-25 13:00")).toBe("2026-11-24 18:00");
    expect(by("2026-11-24 17:50", "2026-11-25 01:43", "2026-11-25 13:00")).toBe("2026-11-25 08:30");
    expect(by("2026-11-24 20:00", "2026-11-25 01:43", "2026-11-25 08:00")).toBe("2026-11-25 08:00");
    expect(by("2026-11-24 10:00", "2026-11-25 10:00", "2026-11-24 10:20")).toBe("2026-11-24 10:20");
  });
});
