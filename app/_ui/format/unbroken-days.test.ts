import { describe, expect, it } from "vitest";
import { formatFor, plainFormatFor } from "./format-for";
import { unbrokenDays } from "./unbroken-days";

/** The pieces between which a line may end: at a blank, and beside a Chinese sign, unless something joins them. */
const pieces = (text: string) => {
  const all: string[] = [];
  for (const piece of text.split(/ |(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff–])/u)) {
    const before = all.at(-1) ?? "";
    if (/^[\u2060\u00a0]/.test(piece) || /[\u2060\u00a0]$/.test(before)) all[all.length - 1] = before + piece;
    else all.push(piece);
  }
  return all.map(plain);
};
const plain = (text: string) => text.replaceAll("\u2060", "").replaceAll("\u00a0", " ");

const now = new Date("2026-11-24T01:12:00Z");
const at = "2026-11-26T06:30:00Z";
const end = "2026-11-26T08:00:00Z";

describe("days and hours of a screen", () => {
  it("hold no place at which a line may end, in Chinese", () => {
    const f = formatFor("zh-CN", now);
    expect(pieces(f.date(at))).toEqual(["11月26日 周四"]);
    expect(pieces(f.day("2027-01-10"))).toEqual(["2027年1月10日"]);
    expect(pieces(f.span(at, end))).toEqual(["11月26日 周四", "14:30–16:00"]);
    expect(pieces(f.timeSpan(at, end))).toEqual(["14:30–16:00"]);
    expect(pieces(f.dayTime(at))).toEqual(["11月26日", "14:30"]);
    expect(pieces(f.nearDay("2026-11-23T09:00:00Z"))).toEqual(["昨天", "（11月23日", "）17:00"]);
    expect(pieces(f.daysLeft("2026-12-09"))).toContain("，12月9日");
    expect(pieces(f.happened("2026-11-22T16:00:00Z"))).toEqual(["11月23日"]);
  });

  it("nor in English", () => {
    const f = formatFor("en", now);
    expect(pieces(f.date(at))).toEqual(["Thu 26 Nov"]);
    expect(pieces(f.dateTime(at))).toEqual(["Thu 26 Nov,", "14:30"]);
    expect(pieces(f.day("2027-01-10"))).toEqual(["10 Jan 2027"]);
    expect(pieces(f.daysLeft("2026-12-09"))).toEqual(["15", "days", "left,", "ends", "9 Dec"]);
  });

  it.each(["zh-CN", "en"] as const)("read as they do where they are not shown: %s", (locale) => {
    const [shown, sent] = [formatFor(locale, now), plainFormatFor(locale, now)];
    for (const moment of [at, "2027-01-10", "2026-11-23T09:00:00Z", "2026-11-24T16:00:00Z"]) {
      for (const key of ["date", "day", "dateTime", "dayTime", "happened", "nearDay", "daysLeft"] as const) {
        expect(sent[key](moment)).toMatch(/^[^\u2060\u00a0]*$/);
        expect(plain(shown[key](moment))).toBe(sent[key](moment));
      }
      expect(plain(shown.span(moment, end))).toBe(sent.span(moment, end));
    }
  });

  it("are read aloud as numbers: nothing stands between two digits", () => {
    const f = formatFor("zh-CN", now);
    for (const shown of [f.date(at), f.span(at, end), f.day("2027-01-10"), f.dateTime(at)])
      expect(shown).not.toMatch(/[\d:][^\d:–年月日周]\d|\d\u2060:/);
    expect(f.date(at)).toBe("11\u2060月\u206026\u2060日\u00a0周\u2060四");
  });

  it("leave other words and numbers as they are", () => {
    for (const text of ["第 3 期，30 天内", "3 Novels", "5,400 元", "90 min"]) expect(unbrokenDays(text)).toBe(text);
  });
});
