import { describe, expect, it } from "vitest";
import { mayGoAt, quietUntil } from "./quiet-hours";

const rules = { "notice.quietFromHour": 21, "notice.quietUntilHour": 8 };
const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`);

describe("quiet hours, Shanghai clock", () => {
  it.each([
    ["20:59", null],
    ["21:00", at("2026-11-26", "08:00")],
    ["23:30", at("2026-11-26", "08:00")],
  ])("at %s in the evening", (time, until) => {
    expect(quietUntil(at("2026-11-25", time), rules)).toEqual(until);
  });
  it.each([
    ["00:10", at("2026-11-25", "08:00")],
    ["07:59", at("2026-11-25", "08:00")],
    ["08:00", null],
  ])("at %s in the morning", (time, until) => {
    expect(quietUntil(at("2026-11-25", time), rules)).toEqual(until);
  });
  it("a night that does not span midnight, and none at all", () => {
    const early = { "notice.quietFromHour": 0, "notice.quietUntilHour": 6 };
    expect(quietUntil(at("2026-11-25", "05:00"), early)).toEqual(at("2026-11-25", "06:00"));
    expect(quietUntil(at("2026-11-25", "23:00"), early)).toBeNull();
    expect(quietUntil(at("2026-11-25", "23:00"), { "notice.quietFromHour": 8, "notice.quietUntilHour": 8 })).toBeNull();
  });

  it("hold back until morning, but not what comes before it or within twelve hours", () => {
    const night = at("2026-11-25", "22:00");
    const morning = at("2026-11-26", "08:00");
    expect(mayGoAt(night, rules, [null])).toEqual(morning);
    expect(mayGoAt(night, rules, [at("2026-11-26", "14:30")])).toEqual(morning);
    expect(mayGoAt(night, rules, [at("2026-11-26", "09:30")])).toEqual(night);
    expect(mayGoAt(night, rules, [at("2026-11-27", "09:30"), at("2026-11-26", "07:30")])).toEqual(night);
    expect(mayGoAt(night, rules, [at("2026-11-25", "09:00")])).toEqual(morning);
    expect(mayGoAt(at("2026-11-25", "12:00"), rules, [])).toEqual(at("2026-11-25", "12:00"));
  });
});
