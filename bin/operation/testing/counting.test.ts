import { describe, expect, test } from "vitest";
import { countPlaywright } from "./playwright.mjs";
import { countVitest } from "./vitest.mjs";

const suite = (passed: number, total: number, testResults: unknown[] = []) => ({
  numPassedTests: passed,
  numTotalTests: total,
  testResults,
});
const journeys = (
  stats: Partial<Record<"expected" | "unexpected" | "flaky" | "skipped", number>>,
  errors: unknown[] = [],
) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});

describe("nothing passes by not running", () => {
  test.each([
    ["all passed", suite(3, 3), 0, { passed: 3, failed: 0 }],
    ["one failed", suite(2, 3), 1, { passed: 2, failed: 1 }],
    ["one skipped", suite(2, 3), 0, { passed: 2, failed: 1 }],
    ["an empty run", suite(0, 0), 0, { passed: 0, failed: 1 }],
    [
      "a file that does not load",
      suite(2, 2, [{ status: "failed", assertionResults: [] }]),
      1,
      { passed: 2, failed: 1 },
    ],
    ["an error outside the tests", suite(2, 2), 1, { passed: 2, failed: 1 }],
    ["no report", null, 1, { passed: 0, failed: 1 }],
  ])("suites: %s", (_name, report, code, count) => {
    expect(countVitest(report, code)).toEqual(count);
  });

  test.each([
    ["all passed", journeys({ expected: 4 }), 0, { passed: 4, failed: 0 }],
    ["one failed", journeys({ expected: 3, unexpected: 1 }), 1, { passed: 3, failed: 1 }],
    ["one passed at the second try", journeys({ expected: 3, flaky: 1 }), 0, { passed: 3, failed: 1 }],
    ["one skipped", journeys({ expected: 3, skipped: 1 }), 0, { passed: 3, failed: 1 }],
    ["an empty run", journeys({}), 0, { passed: 0, failed: 1 }],
    ["two files that do not load", journeys({}, [{}, {}]), 1, { passed: 0, failed: 2 }],
    ["no report", null, 1, { passed: 0, failed: 1 }],
  ])("journeys: %s", (_name, report, code, count) => {
    expect(countPlaywright(report, code)).toEqual(count);
  });
});
