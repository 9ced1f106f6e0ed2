import path from "node:path";
import { describe, expect, test } from "vitest";
import { countPlaywright, type Report as JourneysReport } from "./playwright.mjs";
import { fault, tally } from "./tally.mjs";
import { countVitest, type Report as SuitesReport } from "./vitest.mjs";

const suite = (passed: number, total: number, testResults: SuitesReport["testResults"] = []) => ({
  numPassedTests: passed,
  numTotalTests: total,
  testResults,
});
const journeys = (
  stats: Partial<Record<"expected" | "unexpected" | "flaky" | "skipped", number>>,
  errors: JourneysReport["errors"] = [],
) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
  suites: [] as JourneysReport["suites"],
});

describe("what did not run does not count as passed", () => {
  test.each([
    ["all passed", suite(3, 3), 0, { passed: 3, failed: 0 }],
    ["one failed", suite(2, 3), 1, { passed: 2, failed: 1 }],
    ["one skipped", suite(2, 3), 0, { passed: 2, failed: 1 }],
    ["an empty run", suite(0, 0), 0, { passed: 0, failed: 1 }],
    [
      "a file that does not load",
      suite(2, 2, [{ name: "a.test.ts", status: "failed", assertionResults: [] }]),
      1,
      { passed: 2, failed: 1 },
    ],
    ["an error outside the tests", suite(2, 2), 1, { passed: 2, failed: 1 }],
    ["no report", null, 1, { passed: 0, failed: 1 }],
  ])("suites: %s", (_name, report, code, count) => {
    expect(countVitest(report, code)).toMatchObject(count);
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
    expect(countPlaywright(report, code)).toMatchObject(count);
  });
});

describe("what failed is named at the end", () => {
  const file = (
    name: string,
    assertionResults: SuitesReport["testResults"][number]["assertionResults"],
    message = "",
  ) => ({
    name: path.resolve(name),
    status: "failed",
    message,
    assertionResults,
  });

  test("a test with the beginning of its message, a skipped one, a file that does not load", () => {
    const report = suite(1, 3, [
      file("server/a.test.ts", [
        { fullName: "adds", status: "passed" },
        { fullName: "books one", status: "failed", failureMessages: ["\u001b[31mexpected 1\n  to be 2\u001b[39m"] },
        { fullName: "left out", status: "pending", failureMessages: [] },
      ]),
      file("server/b.test.ts", [], "Cannot find package"),
    ]);
    expect(countVitest(report, 1).faults).toEqual([
      "server/a.test.ts › books one — expected 1 to be 2",
      "server/a.test.ts › left out — pending",
      "server/b.test.ts — Cannot find package",
    ]);
  });

  test("a journey inside a group, one that passed at the second try, an error outside", () => {
    const spec = (title: string, status: string, message?: string) => ({
      file: "desk.spec.ts",
      title,
      tests: [{ status, results: [{}, { error: message ? { message } : undefined }] }],
    });
    const report = {
      ...journeys({ expected: 1, unexpected: 1, flaky: 1 }, [{ message: "no browser" }]),
      suites: [
        {
          specs: [spec("fine", "expected")],
          suites: [{ specs: [spec("falls", "unexpected", "Timeout"), spec("wavers", "flaky")] }],
        },
      ],
    };
    expect(countPlaywright(report, 1).faults).toEqual([
      "desk.spec.ts › falls — Timeout",
      "desk.spec.ts › wavers — flaky",
      "outside the journeys — no browser",
    ]);
  });

  test.each([
    ["no report", countVitest(null, 1)],
    ["an empty run", countVitest(suite(0, 0), 0)],
    ["an error outside the tests", countVitest(suite(2, 2), 1)],
    ["no report of the journeys", countPlaywright(null, 1)],
    ["no journey", countPlaywright(journeys({}), 0)],
  ])("a failure without a test still has a line: %s", (_name, { failed, faults }) => {
    expect(failed).toBe(1);
    expect(faults).toHaveLength(1);
  });

  test("the tally names the part, and a long message is cut", () => {
    const total = tally();
    total.add("check", { passed: 10, failed: 1, faults: [fault("types", "x".repeat(1_000))] });
    total.add("suites", { passed: 5, failed: 0, faults: [] });
    expect(total.faults()).toMatch(/^✗ check: types — x{200,300}…\n$/);
    expect(total.line()).toBe("15 passed, 1 failed");
  });
});
