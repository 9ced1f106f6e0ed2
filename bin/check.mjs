// npm run check: everything that can be known in seconds, without a database.
import "./operation/checkout/node-version.mjs";
import { ensureInstalled } from "./operation/checkout/install.mjs";
import { messageOf } from "./operation/console/fault.mjs";
import { handleSignals, main } from "./operation/processes/shutdown.mjs";
import { fault } from "./operation/testing/tally.mjs";

// Every function these files export is a check.
const files = [
  "tools",
  "dependencies",
  "module-rooms",
  "catalogues",
  "file-words",
  "sizes",
  "references",
  "lock-file",
  "leftovers",
  "migrations",
  "clock",
  "zones",
  "markup",
  "dead-buttons",
  "dialogs-opened",
  "chance",
  "rules-read",
  "events-written",
  "policy-asked",
  "procedures-called",
  "function-length",
  "plain-words",
  "long-sentences",
  "party-names",
  "owners-connection",
  "page-words",
  "citations",
  "settings-listed",
];
const linesShown = 60;

/**
 * Runs the checks side by side, one line each; the details of a failure follow its line.
 * @returns {Promise<import("./operation/testing/tally.mjs").Count>}
 */
export async function runChecks() {
  const parts = await Promise.all(files.map((name) => import(`./checks/${name}.mjs`)));
  /** @type {Record<string, () => string | void | Promise<string | void>>} */
  const checks = Object.assign({}, ...parts);
  /** @type {string[]} */
  const faults = [];
  await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const since = performance.now();
      /** @param {"✓" | "✗"} sign @param {string} note */
      const line = (sign, note) =>
        process.stdout.write(
          `${sign} ${name.padEnd(13)}${String(Math.round(performance.now() - since)).padStart(6)} ms  ${note}\n`,
        );
      try {
        line("✓", (await check()) ?? "");
      } catch (error) {
        faults.push(fault(name, messageOf(error)));
        line("✗", `\n${shorten(messageOf(error))}`);
      }
    }),
  );
  return { passed: Object.keys(checks).length - faults.length, failed: faults.length, faults };
}

/** The first lines say what to do; a thousand more say nothing. @param {string} text */
function shorten(text) {
  const lines = text.split("\n").map((each) => `  ${each}`);
  if (lines.length > linesShown) lines.splice(linesShown, Infinity, `  … and ${lines.length - linesShown} lines more`);
  return lines.join("\n");
}

if (import.meta.filename === process.argv[1]) {
  handleSignals();
  await main(async () => {
    await ensureInstalled();
    const { passed, failed } = await runChecks();
    process.stdout.write(`${passed} checks passed, ${failed} failed\n`);
    return failed ? 1 : 0;
  });
}
