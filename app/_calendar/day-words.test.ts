import { expect, it } from "vitest";
import { formatDate } from "@/app/_ui/format/format";
import { dayWords, weekdayOf } from "./day-words";

it("a calendar's heading names the weekday also in a year to come", () => {
  const now = new Date("2026-12-28T02:00:00Z");
  const words = (day: string) =>
    dayWords(day, {
      date: (one) => formatDate(one, { locale: "zh-CN", now }),
      weekday: (n) => `周${"一二三四五六日"[n - 1]}`,
      far: (parts) => `${parts.day} ${parts.weekday}`,
      today: "2026-12-28",
    });
  expect([words("2026-12-31"), words("2027-01-01")]).toEqual(["12月31日 周四", "2027年1月1日 周五"]);
  expect(["2027-01-03", "2027-01-04"].map(weekdayOf)).toEqual([7, 1]);
});
