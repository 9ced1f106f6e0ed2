import { expect, it } from "vitest";
import { frozenName } from "./party-name";

it("reads side, name and link, and leaves colons in names alone", () => {
  expect(frozenName("1:刘玉芬")).toEqual({ sideIndex: 0, name: "刘玉芬", link: null });
  expect(frozenName("2:张晓雯:agent")).toEqual({ sideIndex: 1, name: "张晓雯", link: "agent" });
  expect(frozenName("3:A:B 装饰")).toEqual({ sideIndex: 2, name: "A:B 装饰", link: null });
});
