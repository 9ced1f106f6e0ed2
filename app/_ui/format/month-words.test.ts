import { expect, it } from "vitest";
import { monthWord } from "./month-words";

it("a month of the database is said as people say it", () => {
  expect(monthWord("zh-CN", "2026-11")).toBe("11月");
  expect(monthWord("zh-CN", "2026-01", true)).toBe("2026年1月");
  expect(monthWord("en", "2026-11", true)).toBe("Nov 2026");
});
