// npm test: every suite; the last line is the result. `-- --only check|unit|e2e` runs one part;
// what follows a further `--` goes to Vitest or Playwright.
// TEST_DATABASE_URL names a server (address of a superuser) on which what depends on the server runs once more.
import "./operation/checkout/node-version.mjs";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./operation/checkout/install.mjs";
import { Fault, messageOf, tell } from "./operation/console/fault.mjs";
import { checkDatabase } from "./operation/database/external-database.mjs";
import { handleSignals, isStopping, main } from "./operation/processes/shutdown.mjs";
import { testCluster } from "./operation/testing/cluster.mjs";
import { compareExercised, exercisedIn } from "./operation/testing/exercised.mjs";
import { checkPageWeights } from "./operation/testing/page-weights.mjs";
import { runPlaywright } from "./operation/testing/playwright.mjs";
import { testsOfSecondServer } from "./operation/testing/second-server.mjs";
import { startSystemUnderTest } from "./operation/testing/system-under-test.mjs";
import { fault, tally } from "./operation/testing/tally.mjs";
import { runVitest } from "./operation/testing/vitest.mjs";

handleSignals();
await main(async () => {
  const { values, positionals } = parseArgs({ options: { only: { type: "string" } }, allowPositionals: true });
  const names = ["check", "unit", "e2e"];
  if (values.only && !names.includes(values.only)) throw new Fault(`--only wants one of ${names.join(", ")}.`);
  /** @param {string} name */
  const wants = (name) => !values.only || values.only === name;
  const total = tally();
  await ensureInstalled();

  if (wants("check")) {
    const { runChecks } = await import("./check.mjs");
    await part(total, "check", runChecks);
  }
  if (wants("unit")) {
    // Only the whole suite can say what no test exercises.
    let exercised = "";
    await part(total, "suites on the PostgreSQL that npm brings", async () => {
      const cluster = await testCluster();
      if (positionals.length === 0) exercised = await exercisedIn(cluster.folder);
      return runVitest(cluster.url(), cluster.folder, positionals, exercised);
    });
    if (exercised) await part(total, "what the suites exercised", () => compareExercised(exercised));
    const named = process.env.TEST_DATABASE_URL;
    if (named) {
      await part(total, "what depends on the server, on that of TEST_DATABASE_URL", async () => {
        const cluster = await testCluster();
        process.stdout.write(`PostgreSQL ${await checkDatabase(named)}\n`);
        // What it exercises was counted before; its modules are those of the first run, watched as they are.
        return runVitest(named, cluster.folder, positionals.length ? positionals : testsOfSecondServer(), exercised);
      });
    }
  }
  if (wants("e2e")) {
    await part(total, "journeys in a browser", async () => {
      const cluster = await testCluster();
      const { base, env } = await startSystemUnderTest(cluster);
      process.stdout.write(`${checkPageWeights()}\n`);
      return runPlaywright(base, cluster.folder, env, positionals);
    });
  }
  process.stdout.write(`\n${total.faults()}\n${total.line()}\n`);
  return total.failed ? 1 : 0;
});

/**
 * Runs one part; a part that cannot run counts as a failure, and the others still run.
 * @param {ReturnType<typeof tally>} total
 * @param {string} title
 * @param {() => Promise<import("./operation/testing/tally.mjs").Count>} run
 */
async function part(total, title, run) {
  process.stdout.write(`\n── ${title} ${"─".repeat(Math.max(0, 68 - title.length))}\n`);
  try {
    const count = await run();
    if (isStopping()) throw new Fault("stopped");
    total.add(title, count);
  } catch (error) {
    if (isStopping()) throw error;
    tell(error);
    total.add(title, { passed: 0, failed: 1, faults: [fault("did not run", messageOf(error))] });
  }
}
