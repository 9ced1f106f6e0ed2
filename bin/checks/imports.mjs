import { inModules } from "../operation/checkout/paths.mjs";
import { runOwned } from "../operation/processes/run.mjs";

/**
 * What is read of the cruiser's report.
 * @typedef {object} Report
 * @property {{ source: string, dependencies: { resolved: string }[] }[]} modules
 * @property {{ violations: Violation[], ruleSetUsed: { forbidden: { name: string, comment: string }[] } }} summary
 * @typedef {{ rule: { name: string }, from: string, to: string, cycle?: { name: string }[] }} Violation
 * @typedef {{ from: string, to: string }} Import file to file, values and types
 */

/**
 * Reads the imports of all files in these folders: the only place that does, for the rules and for the documents alike.
 * @param {readonly string[]} folders
 * @returns {Promise<Report & { imports: Import[] }>}
 */
export async function readImports(folders) {
  const cruiser = inModules("dependency-cruiser", "bin", "dependency-cruise.mjs");
  const args = [...folders, "--config", ".dependency-cruiser.cjs", "--output-type", "json"];
  const { words } = await runOwned([process.execPath, cruiser, ...args], { quiet: true });
  /** @type {Report} */
  let report;
  try {
    report = JSON.parse(words.slice(words.indexOf("{")));
  } catch {
    throw new Error(words);
  }
  const imports = report.modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  );
  // A parser that cannot read a file finds nothing in it and would let everything pass.
  if (imports.length < report.modules.length)
    throw new Error(`only ${imports.length} imports found in ${report.modules.length} files: the parser is broken`);
  return { ...report, imports };
}

const isTest = /\.test\.tsx?$|^server\/testing\//;

/**
 * The module a file of the server or of the interface belongs to; null for others, and for pages and tests, which nothing
 * imports.
 * @param {string} file
 */
export const moduleOf = (file) => (isTest.test(file) ? null : (/^(?:app\/_|server\/)[^/]+/.exec(file)?.[0] ?? null));

/**
 * The folder of a file within a module of the interface; null for other files.
 * @param {string} file
 */
export const roomOf = (file) => (isTest.test(file) ? null : (/^app\/_.*(?=\/)/.exec(file)?.[0] ?? null));
