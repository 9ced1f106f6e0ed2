import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { inModules, root } from "../checkout/paths.mjs";
import { loginAddresses } from "../database/logins.mjs";
import { ensureDatabase } from "../postgres/ensure-database.mjs";
import { runOwned } from "../processes/run.mjs";
import { fault } from "./tally.mjs";

/**
 * The fields of Vitest's report that are used.
 * @typedef {{ numPassedTests: number, numTotalTests: number, testResults: FileResult[] }} Report
 * @typedef {{ name: string, status: string, message?: string, assertionResults: TestResult[] }} FileResult
 * @typedef {{ fullName: string, status: string, failureMessages?: string[] | null }} TestResult
 */

/**
 * Runs the suites of `server`, `db`, `app` and `bin` on the server `adminUrl`.
 * @param {string} adminUrl address of a superuser, who may create databases
 * @param {string} folder for the report, and for modules as they are loaded, which a second run of this process shares
 * @param {string[]} [extra] further arguments
 * @param {string} [exercised] the folder for what they exercise (exercised.mjs)
 * @returns {Promise<import("./tally.mjs").Count>}
 */
export async function runVitest(adminUrl, folder, extra = [], exercised = "") {
  const report = path.join(folder, "vitest.json");
  rmSync(report, { force: true });
  const args = ["run", "--config", "server/testing/vitest.config.ts", "--reporter=default", "--reporter=json"];
  const command = [
    process.execPath,
    inModules("vitest", "vitest.mjs"),
    ...args,
    `--outputFile.json=${report}`,
    ...extra,
  ];
  // All databases of this run have an owner like that of production, no superuser, and share the product's logins; the
  // set-up makes the logins and removes them all.
  const ownerUrl = await ensureDatabase(adminUrl, "only-for-this-test-run", `zt_run_${process.pid}`);
  const logins = loginAddresses(ownerUrl, () => "only-for-this-test-run");
  const keys = { ZHONGTIAO_CONTACT_KEYS: createHash("sha256").update("only for test runs").digest("base64url") };
  const urls = { TEST_ADMIN_URL: adminUrl, TEST_OWNER_URL: ownerUrl, ...logins, ...keys };
  const record = exercised ? { ZHONGTIAO_EXERCISED: exercised } : {};
  const modules = { ZHONGTIAO_MODULES: path.join(folder, "modules") };
  const { code } = await runOwned(command, { env: { ...process.env, ...urls, ...record, ...modules } });
  return countVitest(read(report), code);
}

/**
 * Counts a report so that nothing counts as passed because it did not run: a skipped test, a file that could not be
 * loaded, an error outside a test and an empty run are failures.
 * @param {Report | null} report
 * @param {number} code exit code of the run
 * @returns {import("./tally.mjs").Count}
 */
export function countVitest(report, code) {
  if (!report) return { passed: 0, failed: 1, faults: ["the suites left no report"] };
  const faults = report.testResults.flatMap((file) => faultsOf(file));
  const unloaded = report.testResults.filter((file) => isUnloaded(file));
  const passed = report.numPassedTests;
  let failed = report.numTotalTests - passed + unloaded.length;
  if (failed === 0 && (code !== 0 || passed === 0)) {
    failed = 1;
    faults.push(passed === 0 ? "nothing ran" : `an error outside the tests (exit code ${code})`);
  }
  return { passed, failed, faults };
}

/** @param {FileResult} file */
const isUnloaded = (file) => file.status === "failed" && file.assertionResults.length === 0;

/** @param {FileResult} file */
function faultsOf(file) {
  const name = path.relative(root, file.name);
  if (isUnloaded(file)) return [fault(name, file.message)];
  return file.assertionResults
    .filter((each) => each.status !== "passed")
    .map((each) => fault(`${name} › ${each.fullName}`, each.failureMessages?.[0] ?? each.status));
}

/** @param {string} file @returns {Report | null} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
