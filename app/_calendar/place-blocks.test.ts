import { describe, expect, it } from "vitest";
import { addDays, dayFrom, isOn, monthSheet, monthStep, partOn, weekOf } from "./days";
import { placeBlocks } from "./place-blocks";

const block = (from: string, to: string) => ({
  startsAt: `2026-11-26T${from}:00+08:00`,
  endsAt: `2026-11-26T${to}:00+08:00`,
});

describe("placing a day's blocks", () => {
  it("gives a lone block the whole width and its share of the day", () => {
    const [placed] = placeBlocks([block("08:00", "14:30")]);
    expect(placed).toMatchObject({ top: 0, height: 50, left: 0, width: 100 });
  });

  it("puts overlapping blocks beside each other and touching ones under each other", () => {
    const placed = placeBlocks([block("09:00", "10:30"), block("10:00", "11:00"), block("11:00", "12:00")]);
    expect(placed.map(({ left, width }) => [left, width])).toEqual([
      [0, 50],
      [50, 50],
      [0, 100],
    ]);
  });

  it("reuses a lane that became free inside one cluster", () => {
    const placed = placeBlocks([block("09:00", "12:00"), block("09:00", "10:00"), block("10:00", "11:00")]);
    expect(placed.map(({ left }) => left)).toEqual([0, 50, 50]);
  });

  it("keeps early and late blocks inside the day", () => {
    const outside = [
      block("06:00", "07:00"),
      block("20:00", "23:00"),
      block("21:30", "23:00"),
      block("23:00", "23:59"),
    ];
    for (const one of outside) {
      const [{ top, height } = { top: -1, height: 0 }] = placeBlocks([one]);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(height).toBeGreaterThan(0);
      expect(top + height).toBeLessThanOrEqual(100.001);
    }
  });
});

describe("days", () => {
  it("runs weeks from Monday and over the turn of a year", () => {
    expect(weekOf("2026-11-29")[0]).toBe("2026-11-23");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });

  it("takes today for what is no day", () => {
    const now = new Date("2026-11-26T20:00:00Z");
    expect(dayFrom("2026-02-31", now)).toBe("2026-11-27");
    expect(dayFrom("x", now)).toBe("2026-11-27");
    expect(dayFrom("2026-11-02", now)).toBe("2026-11-02");
  });

  it("lays a month out in whole weeks, at most six, and steps over the turn of a year", () => {
    for (const day of ["2026-11-25", "2026-02-10", "2026-08-31", "2027-01-01"]) {
      const sheet = monthSheet(day);
      expect(sheet.length % 7).toBe(0);
      expect(sheet.length).toBeLessThanOrEqual(42);
      expect(sheet).toContain(`${day.slice(0, 7)}-01`);
      expect(sheet.filter((one) => one.startsWith(day.slice(0, 7))).length).toBeGreaterThanOrEqual(28);
      expect(sheet.at(-7)?.slice(0, 7)).toBe(day.slice(0, 7));
    }
    expect([monthStep("2026-12-31", 1), monthStep("2027-01-15", -1)]).toEqual(["2027-01-01", "2026-12-01"]);
  });

  it("cuts a long span to each day it touches, and not to the one that begins as it ends", () => {
    const leave = { startsAt: "2026-11-25T16:00:00.000Z", endsAt: "2026-11-27T16:00:00.000Z" };
    expect(["2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28"].filter((day) => isOn(leave, day))).toEqual([
      "2026-11-26",
      "2026-11-27",
    ]);
    expect(partOn(leave, "2026-11-27").startsAt).toBe("2026-11-26T16:00:00.000Z");
  });
});
