import { describe, expect, it } from "vitest";
import { addDays, dayFrom, weekOf } from "./days";
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
    for (const { top, height } of placeBlocks([block("06:00", "07:00"), block("20:00", "23:00")])) {
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top + height).toBeLessThanOrEqual(102);
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
});
