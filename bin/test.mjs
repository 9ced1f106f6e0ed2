// npm test: every suite, and as the last line what came of it. `-- --only check|unit|e2e` runs one part;
// what follows a further `--` goes to Vitest or Playwright.
// TEST_DATABASE_URL names a server (address of a superuser) on which the database suites run once more.
import "./operation/node-version.mjs";
import { parseArgs } from "node:util";
import { checkDatabase } from "./operation/external-database.mjs";
import { Fault } from "./operation/fault.mjs";
import { ensureInstalled } from "./operation/install.mjs";
import { temporaryCluster } from "./operation/postgres/temporary.mjs";
import { atStop, handleSignals, main } from "./operation/shutdown.mjs";
import { step } from "./operation/step.mjs";
import { openHouseUnderTest } from "./operation/testing/house-under-test.mjs";
import { runPlaywright } from "./operation/testing/playwright.mjs";
import { tally } from "./operation/testing/tally.mjs";
import { runVitest } from "./operation/testing/vitest.mjs";

const title = (text) => process.stdout.write(`\n── ${text} ${"─".repeat(Math.max(0, 68 - text.length))}\n`);

handleSignals();
await main(async () => {
  const { values, positionals } = parseArgs({ options: { only: { type: "string" } }, allowPositionals: true });
  const parts = ["check", "unit", "e2e"];
  if (values.only && !parts.includes(values.only)) throw new Fault(`--only wants one of ${parts.join(", ")}.`);
  const wants = (part) => !values.only || values.only === part;
  const total = tally();
  await ensureInstalled();

  if (wants("check")) {
    title("check");
    const { runChecks } = await import("./check.mjs");
    total.add(await runChecks());
  }
  if (wants("unit") || wants("e2e")) {
    let cluster;
    await step("Starting a PostgreSQL for the tests", async () => {
      cluster = await temporaryCluster("test", { isDisposable: true });
      atStop(cluster.remove, cluster.kill);
    });
    if (wants("unit")) {
      title("suites on the PostgreSQL that npm brings");
      total.add(await runVitest(cluster.url(), cluster.folder, positionals));
      const named = process.env.TEST_DATABASE_URL;
      if (named) {
        title(`the same suites on PostgreSQL ${await checkDatabase(named)} (TEST_DATABASE_URL)`);
        // The crash suite kills a server of its own; once is enough.
        total.add(
          await runVitest(named, cluster.folder, ["--exclude", "server/testing/crash.test.ts", ...positionals]),
        );
      }
    }
    if (wants("e2e")) {
      title("journeys in a browser");
      const { base, env } = await openHouseUnderTest(cluster);
      total.add(await runPlaywright(base, cluster.folder, env, positionals));
    }
  }
  process.stdout.write(`\n${total.line()}\n`);
  return total.failed ? 1 : 0;
});
