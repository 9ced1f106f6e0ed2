import { expect, it } from "vitest";
import { problemValues } from "./problem-values";

const tie = Object.assign(() => "", { has: () => false });
const saying = { locale: "en", tie, dateTime: () => "a moment", date: () => "a day" } as const;

it("a sentence of a refusal says moments and days as people do, and leaves numbers of papers alone", () => {
  const params = { at: "2026-11-26T06:30:00.000Z", day: "2026-11-26", number: "2026-11", count: 3 };
  expect(problemValues({ code: "dayTooEarly", params }, saying)).toEqual({
    at: "a moment",
    day: "a day",
    number: "2026-11",
    count: 3,
  });
});
