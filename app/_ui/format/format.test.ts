import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatDaysLeft,
  formatLeft,
  formatNearDay,
  formatSpan,
  formatTime,
  formatWait,
} from "./format";
import { fromWallClock, readMoment, toWallClock } from "./shanghai";

const now = new Date("2026-11-24T01:12:00Z"); // 09:12 in Shanghai
const zh = { locale: "zh-CN", now } as const;
const en = { locale: "en", now } as const;

const zones: [string, number][] = [
  ["UTC", 0],
  ["America/New_York", 300],
  ["Asia/Shanghai", -480],
  ["Pacific/Kiritimati", -840],
];

describe.each(zones)("in a process whose zone is %s", (zone, offset) => {
  const before = process.env.TZ;
  beforeEach(() => {
    process.env.TZ = zone;
  });
  afterEach(() => {
    process.env.TZ = before;
  });

  it("really is in that zone", () => {
    expect(now.getTimezoneOffset()).toBe(offset);
  });

  it("prints the day that Shanghai has, also around midnight", () => {
    expect(formatDate("2026-11-23T15:59:59Z", zh)).toBe("11月23日 周一");
    expect(formatDate("2026-11-23T16:00:00Z", zh)).toBe("11月24日 周二");
    expect(formatDate("2026-11-23T16:00:00Z", en)).toBe("Tue 24 Nov");
    expect(formatTime("2026-11-23T16:00:00Z")).toBe("00:00");
  });

  it("leaves a calendar day on its day", () => {
    expect(formatDate("2026-12-09", zh)).toBe("12月9日 周三");
    expect(formatDate("2026-12-09", en)).toBe("Wed 9 Dec");
  });

  it("names the year only when it is another one, and then without the weekday", () => {
    expect(formatDate("2027-01-10", zh)).toBe("2027年1月10日");
    expect(formatDate("2027-01-10", en)).toBe("10 Jan 2027");
    // 2025-12-31 17:00 UTC is already 2026 in Shanghai.
    expect(formatDate("2025-12-31T17:00:00Z", zh)).toBe("1月1日 周四");
  });

  it("reads what a date-time field holds as Shanghai time and writes it back", () => {
    expect(fromWallClock("2026-11-26T14:30")?.toISOString()).toBe("2026-11-26T06:30:00.000Z");
    expect(toWallClock("2026-11-26T06:30:00Z")).toBe("2026-11-26T14:30");
    expect(fromWallClock("")).toBeNull();
    expect(fromWallClock("2026-11-26T")).toBeNull();
    for (const none of ["2026-11-31T09:00", "2026-02-29T09:00", "2026-02-30T23:59"])
      expect(fromWallClock(none)).toBeNull();
    expect(fromWallClock("2028-02-29T00:00")?.toISOString()).toBe("2028-02-28T16:00:00.000Z");
  });
});

describe("dates with times", () => {
  it("prints a moment and a span", () => {
    expect(formatDateTime("2026-11-26T06:30:00Z", zh)).toBe("11月26日 周四 14:30");
    expect(formatDateTime("2026-11-26T06:30:00Z", { ...zh, weekday: false })).toBe("11月26日 14:30");
    expect(formatDateTime("2026-11-26T06:30:00Z", en)).toBe("Thu 26 Nov, 14:30");
    expect(formatSpan("2026-11-26T06:30:00Z", "2026-11-26T08:00:00Z", zh)).toBe("11月26日 周四 14:30–16:00");
    expect(formatSpan("2026-11-26T14:30:00Z", "2026-11-26T17:00:00Z", zh)).toBe(
      "11月26日 周四 22:30–11月27日 周五 01:00",
    );
  });

  it("never says yesterday or tomorrow without the date", () => {
    expect(formatNearDay("2026-11-23T09:00:00Z", zh)).toBe("昨天（11月23日）17:00");
    expect(formatNearDay("2026-11-23T09:00:00Z", en)).toBe("yesterday (23 Nov) 17:00");
    expect(formatNearDay("2026-11-25", zh)).toBe("明天（11月25日）");
    expect(formatNearDay("2026-11-26T06:30:00Z", zh)).toBe("11月26日 周四 14:30");
    expect(formatNearDay("2026-11-20", en)).toBe("Fri 20 Nov");
  });
});

describe("what is left", () => {
  it("counts in minutes, hours, then days, rounded down", () => {
    expect(formatWait(59 * 60_000 + 59_999, "zh-CN")).toBe("59 分钟");
    expect(formatWait(60 * 60_000, "zh-CN")).toBe("1 小时");
    expect(formatWait(24 * 3_600_000 - 1, "en")).toBe("23 h");
    expect(formatWait(24 * 3_600_000, "en")).toBe("1 day");
    expect(formatWait(3.9 * 86_400_000, "en")).toBe("3 days");
  });

  it("tells left from overdue", () => {
    expect(formatLeft("2026-11-24T06:12:00Z", now, "zh-CN")).toBe("还剩 5 小时");
    expect(formatLeft("2026-11-23T09:12:00Z", now, "zh-CN")).toBe("逾期 16 小时");
    expect(formatLeft("2026-11-21T01:00:00Z", now, "en")).toBe("3 days overdue");
  });

  it("gives a last day its date and counts whole days", () => {
    expect(formatDaysLeft("2026-12-09", zh)).toBe("还剩 15 天，12月9日止");
    expect(formatDaysLeft("2026-12-09", en)).toBe("15 days left, ends 9 Dec");
    expect(formatDaysLeft("2026-11-25", en)).toBe("1 day left, ends 25 Nov");
    expect(formatDaysLeft("2026-11-24", zh)).toBe("今天到期，11月24日止");
    expect(formatDaysLeft("2026-11-23", zh)).toBe("逾期 1 天，11月23日止");
  });

  it("treats a calendar day as due until its end", () => {
    expect(readMoment("2026-11-24").at).toBeGreaterThan(now.getTime());
    expect(formatLeft("2026-11-24", now, "zh-CN")).toBe("还剩 14 小时");
  });

  it("reads every instant as the clock of Shanghai does, with the summer times until 1991", () => {
    const clock = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "Asia/Shanghai",
      dateStyle: "short",
      timeStyle: "short",
    });
    const summers = ["1988-07-01T12:00:00Z", "1991-09-14T16:59:00Z", "1991-09-14T15:00:00Z", "1991-09-15T00:00:00Z"];
    const others = Array.from({ length: 400 }, (_, n) =>
      new Date(Date.UTC(1991, 8, 16) + n * 3_456_789_123).toISOString(),
    );
    for (const at of [...summers, ...others]) {
      expect(toWallClock(at), at).toBe(clock.format(new Date(at)).replace(" ", "T"));
      expect(readMoment(at).weekday, at).toBe(new Date(`${toWallClock(at)}Z`).getUTCDay());
    }
  });
});
