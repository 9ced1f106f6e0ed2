import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Unbroken } from "./unbroken";

/** The parts that stay on one line. */
const wholes = (sentence: string) => {
  const drawn = renderToStaticMarkup(createElement(Unbroken, null, sentence));
  expect(drawn.replace(/<[^>]*>/g, "")).toBe(sentence);
  return [...drawn.matchAll(/<span class[^>]*>([^<]*)</g)].map(([, part]) => part);
};

describe("a sentence whose days, hours, sums and numbers of papers stay whole", () => {
  it.each([
    ["核实向永福付款 ¥1,800，2025年2月7日前", ["¥1,800", "2025年2月7日"]],
    ["明天（12月1日）10:00–11:30 开会", ["12月1日", "10:00–11:30"]],
    ["11月30日 周一 18:00 前答复", ["11月30日 周一", "18:00"]],
    ["Session 1, Wed 25 Nov, 15:00–16:30", ["Wed 25 Nov", "15:00–16:30"]],
    ["was due 7 Feb 2025", ["7 Feb 2025"]],
    ["（2026）柳人调字第 015 号：一方不签", ["（2026）柳人调字第 015 号"]],
    ["下一个是（2026）柳人调不受字第 001 号", ["（2026）柳人调不受字第 001 号"]],
    ["第 3 期，30 天内", []],
    ["12 Novels", []],
  ])("%s", (sentence, expected) => expect(wholes(sentence)).toEqual(expected));
});
