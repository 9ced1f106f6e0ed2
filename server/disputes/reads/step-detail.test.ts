import { expect, it } from "vitest";
import { stepDetailOf } from "./step-detail";

const of = (people: (string | null)[] | null) => stepDetailOf({ people, session: null, obligation: null });

it("a step names three at most, each once, counts the others and never names a minor", () => {
  expect(of(["刘玉芬", null, "张建国", "韦志强", "农桂英"])).toMatchObject({
    names: ["刘玉芬", "张建国", "韦志强"],
    others: 2,
  });
  expect(of(["自来水公司", "自来水公司", "供电所", "自来水公司"])).toMatchObject({
    names: ["自来水公司", "供电所"],
    others: 0,
  });
  expect(of([])).toMatchObject({ names: [], others: 0, isNobody: true });
  expect(of(null)).not.toHaveProperty("isNobody");
});
