import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seedFor } from "@/server/testing/chance";
import {
  formatFileSize,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPhone,
  formatPoints,
  formatSide,
  formatYuan,
} from "./format-number";
import { rmbInWords } from "./rmb-in-words";

describe("numbers", () => {
  it("puts a comma at every thousand and leaves decimals alone", () => {
    expect(formatNumber(4000)).toBe("4,000");
    expect(formatNumber(999)).toBe("999");
    expect(formatNumber(1234567.8912)).toBe("1,234,567.8912");
    expect(formatNumber(-12345)).toBe("-12,345");
  });

  it("shows cents only if any, and loses none of PostgreSQL's", () => {
    expect(formatMoney(6800)).toBe("¥6,800");
    expect(formatMoney("6800.00")).toBe("¥6,800");
    expect(formatMoney("12345678901234.05")).toBe("¥12,345,678,901,234.05");
    expect(formatMoney(-0.5)).toBe("-¥0.50");
    expect(formatYuan("5400")).toBe("5,400 元");
    expect(() => formatMoney("five")).toThrow(RangeError);
  });

  it("gives no percent under ten cases", () => {
    expect(formatPercent(298, 309)).toBe("96.4%");
    expect(formatPercent(7, 8)).toBeNull();
    expect(formatPercent(0, 0)).toBeNull();
    expect(formatPercent(10, 10)).toBe("100.0%");
  });

  it("says a difference in points", () => {
    expect(formatPoints(2.1, "zh-CN")).toBe("+2.1 个百分点");
    expect(formatPoints(-3.4, "en")).toBe("−3.4 points");
  });

  it("groups a mobile number and leaves masks and landlines", () => {
    expect(formatPhone("13905786624")).toBe("139 0578 6624");
    expect(formatPhone("138****2719")).toBe("138****2719");
    expect(formatPhone("0578-2112110")).toBe("0578-2112110");
  });

  it("names sides", () => {
    expect([0, 1, 2, 3, 4].map((side) => formatSide(side, "zh-CN")).join("")).toBe("甲乙丙丁戊");
    expect(formatSide(4, "en")).toBe("E");
    expect(formatSide(10, "zh-CN")).toBe("11");
  });

  it("gives a file its size", () => {
    expect(formatFileSize(300)).toBe("1 KB");
    expect(formatFileSize(2_516_582)).toBe("2.4 MB");
  });
});

describe("an amount in words", () => {
  it.each([
    ["0", "零元整"],
    ["5400", "伍仟肆佰元整"],
    ["2400", "贰仟肆佰元整"],
    ["10", "壹拾元整"],
    ["1005", "壹仟零伍元整"],
    ["1050", "壹仟零伍拾元整"],
    ["100000", "壹拾万元整"],
    ["100050", "壹拾万零伍拾元整"],
    ["120345.67", "壹拾贰万零叁佰肆拾伍元陆角柒分"],
    ["100000001", "壹亿零壹元整"],
    ["1000010000", "壹拾亿零壹万元整"],
    ["0.05", "伍分"],
    ["1.05", "壹元零伍分"],
    ["10.50", "壹拾元伍角"],
  ])("%s is %s", (yuan, words) => {
    expect(rmbInWords(yuan)).toBe(words);
  });

  it("refuses what no document may hold", () => {
    expect(() => rmbInWords("-1")).toThrow(RangeError);
    expect(() => rmbInWords("1234567890123")).toThrow(RangeError);
  });

  it("never doubles a zero and reads back to the same amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (yuan) => {
        const words = rmbInWords(String(yuan));
        expect(words).not.toContain("零零");
        expect(readBack(words)).toBe(yuan);
      }),
      { seed: seedFor("amounts in words") },
    );
  });
});

/** Reads whole yuan in words; written the other way round than the code under test. */
function readBack(words: string): number {
  const unit: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 };
  let [total, group, digit] = [0, 0, 0];
  for (const char of words.replace("元整", "")) {
    if (unit[char]) {
      group += digit * (unit[char] ?? 0);
      digit = 0;
    } else if (char === "万" || char === "亿") {
      total += (group + digit) * (char === "万" ? 1e4 : 1e8);
      group = 0;
      digit = 0;
    } else digit = "零壹贰叁肆伍陆柒捌玖".indexOf(char);
  }
  return total + group + digit;
}
