import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { inModules } from "../checkout/paths.mjs";
import { runOwned } from "../processes/run.mjs";
import { fault } from "./tally.mjs";

/**
 * The fields of Playwright's report that are used.
 * @typedef {object} Report
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {{ message?: string }[]} errors outside the journeys
 * @property {Suite[]} suites
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ file: string, title: string, tests: { status: string, results: { error?: { message?: string } }[] }[] }} Spec
 */

/**
 * Runs the journeys in a real browser against the system at `base`.
 * @param {string} base
 * @param {string} folder for the report
 * @param {NodeJS.ProcessEnv} env what the journeys may need beside BASE_URL
 * @param {string[]} [extra] further arguments
 * @returns {Promise<import("./tally.mjs").Count>}
 */
export async function runPlaywright(base, folder, env, extra = []) {
  const report = path.join(folder, "playwright.json");
  rmSync(report, { force: true });
  const seenKinds = path.join(folder, "seen-kinds");
  rmSync(seenKinds, { force: true });
  const args = ["test", "--config", "e2e/playwright.config.ts", "--reporter=list,json", ...extra];
  const { code } = await runOwned([process.execPath, inModules("@playwright", "test", "cli.js"), ...args], {
    env: { ...env, BASE_URL: base, PLAYWRIGHT_JSON_OUTPUT_NAME: report, SEEN_KINDS: seenKinds },
  });
  return countPlaywright(existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null, code);
}

/**
 * Counts a report so that nothing counts as passed because it did not run or passed on a second try.
 * @param {Report | null} report
 * @param {number} code exit code of the run
 * @returns {import("./tally.mjs").Count}
 */
export function countPlaywright(report, code) {
  if (!report) return { passed: 0, failed: 1, faults: ["the journeys left no report"] };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const faults = [
    ...report.suites.flatMap((suite) => faultsOf(suite)),
    ...report.errors.map((each) => fault("outside the journeys", each.message)),
  ];
  let failed = unexpected + flaky + skipped;
  if (failed === 0 && (code !== 0 || expected === 0)) {
    failed = Math.max(1, report.errors.length);
    if (faults.length === 0) faults.push(expected === 0 ? "nothing ran" : `the journeys ended with exit code ${code}`);
  }
  return { passed: expected, failed, faults };
}

/** @param {Suite} suite @returns {string[]} */
function faultsOf({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter((each) => each.status !== "expected")
      .map((each) =>
        fault(`${file} › ${title}`, each.results.find(({ error }) => error)?.error?.message ?? each.status),
      ),
  );
  return [...own, ...suites.flatMap((suite) => faultsOf(suite))];
}
