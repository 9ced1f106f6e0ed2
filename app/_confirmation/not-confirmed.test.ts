import { expect, it } from "vitest";
import { barredIn } from "./not-confirmed";

const clause = (text: string, ordinal = 1) => ({
  ...{ ordinal, text, way: "", place: "", condition: "", consequence: "" },
});

it.each([
  ["双方同意离婚", "status"],
  ["解除收养关系", "status"],
  ["东边宅基地的使用权归周大海", "title"],
  ["商标专用权属于甲公司", "title"],
  ["对地界确权", "title"],
  ["甲方申请破产后再付", "special"],
  ["归还赌债 5000 元", "unlawful"],
  ["收款后不得报警", "unlawful"],
])("%j is not confirmed by a court (%s)", (text, subject) => {
  expect(barredIn([clause("道歉"), clause(text, 2)], "neighbour")).toEqual([{ subject, clauses: [2] }]);
});

it.each(["2026 年 10 月 1 日前付 1000 元", "房屋腾空后归还钥匙", "每月付赡养费 500 元", "土地上的杂物清走"])(
  "%j may be confirmed",
  (text) => {
    expect(barredIn([clause(text)], "neighbour")).toEqual([]);
  },
);

it("is found in any part of a clause", () => {
  expect(barredIn([{ ...clause("付 1000 元"), condition: "双方离婚后" }], null)).toEqual([
    { subject: "status", clauses: [1] },
  ]);
});

it("is asked about where the kind of matter often holds it, though no clause says so", () => {
  expect(barredIn([clause("付 1000 元")], "family")).toEqual([{ subject: "status", clauses: [] }]);
  expect(barredIn([clause("付 1000 元")], "land")).toEqual([{ subject: "title", clauses: [] }]);
});
