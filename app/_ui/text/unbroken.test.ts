import { createElement, Fragment } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Unbroken } from "./unbroken";

const Own = ({ children }: { children: string }) => createElement("i", null, children);

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
    ["（2026）柳人调字第 015 号：一方不签", ["（2026）柳人调字第 015 号"]],
    ["下一个是（2026）柳人调不受字第 001 号", ["（2026）柳人调不受字第 001 号"]],
    ["移交给县人民法院立案庭：LW-2026-0034", ["LW-2026-0034"]],
    ["第 3 期，30 天内", []],
  ])("%s", (sentence, expected) => expect(wholes(sentence)).toEqual(expected));

  it("stay whole as well where a sentence stands among others, and a component is left as it is", () => {
    const cell = createElement(
      Fragment,
      null,
      createElement("p", { className: "a" }, "方慧盖章，应在11月27日前"),
      createElement(Own, null, "12月1日 09:00"),
    );
    expect(renderToStaticMarkup(createElement(Unbroken, null, cell))).toMatch(
      /^<p class="a"><span>方慧盖章，应在<span class[^>]*>11月27日<\/span>前<\/span><\/p><i>12月1日 09:00<\/i>$/,
    );
  });
});
