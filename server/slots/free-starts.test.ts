import { describe, expect, it } from "vitest";
import { freeStarts } from "./free-starts";

const at = (time: string) => new Date(`${time}:00+08:00`);
const weekdays = new Map([1, 2, 3, 4, 5].map((weekday) => [weekday, { opens: "08:30", closes: "17:30" }] as const));
const starts = (wanted: Partial<Parameters<typeof freeStarts>[0]>) =>
  freeStarts({ hours: weekdays, busy: [], minutes: 90, from: at("2026-11-26T14:30"), max: 3, ...wanted }).map((start) =>
    start.toISOString(),
  );
const iso = (...times: string[]) => times.map((time) => at(time).toISOString());

describe("free starts", () => {
  it("begins where asked and goes on by half hours", () => {
    expect(starts({})).toEqual(iso("2026-11-26T14:30", "2026-11-26T15:00", "2026-11-26T15:30"));
  });

  it("steps over taken time, touching ends allowed", () => {
    const busy = [{ from: at("2026-11-26T14:00"), to: at("2026-11-26T15:30") }];
    expect(starts({ busy, max: 2 })).toEqual(iso("2026-11-26T15:30", "2026-11-26T16:00"));
  });

  it("goes to the next open day when the rest of the day is too short, and skips the weekend", () => {
    expect(starts({ from: at("2026-11-27T16:30"), max: 1 })).toEqual(iso("2026-11-30T08:30"));
  });

  it("finds nothing in a room that never opens", () => {
    expect(starts({ hours: new Map() })).toEqual([]);
  });

  it("rounds an odd minute up to the half hour", () => {
    expect(starts({ from: at("2026-11-26T14:41"), max: 1 })).toEqual(iso("2026-11-26T15:00"));
  });
});
