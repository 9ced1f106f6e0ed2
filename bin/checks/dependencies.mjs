import { inModules } from "../operation/checkout/paths.mjs";
import { runOwned } from "../operation/processes/run.mjs";
import { folderCircles } from "./folder-circles.mjs";
import { sourceFiles } from "./source-files.mjs";

/**
 * What is read of the cruiser's report.
 * @typedef {object} Report
 * @property {{ source: string, dependencies: { resolved: string }[] }[]} modules
 * @property {{ violations: Violation[], ruleSetUsed: { forbidden: { name: string, comment: string }[] } }} summary
 * @typedef {{ rule: { name: string }, from: string, to: string, cycle?: { name: string }[] }} Violation
 */

const folders = ["app", "server", "db", "e2e", "bin"];

// The modules of the server and of the interface may not import each other in a circle, nor may the folders within a
// module of the interface. Pages and tests are left out: nothing imports them.
const isTest = /\.test\.tsx?$|^server\/testing\//;
/** @param {string} file */
const moduleOf = (file) => (isTest.test(file) ? null : (/^(?:app\/_|server\/)[^/]+/.exec(file)?.[0] ?? null));
/** @param {string} file */
const roomOf = (file) => (isTest.test(file) ? null : (/^app\/_.*(?=\/)/.exec(file)?.[0] ?? null));

/** Who may import whom (.dependency-cruiser.cjs). */
export async function dependencies() {
  const cruiser = inModules("dependency-cruiser", "bin", "dependency-cruise.mjs");
  const args = [...folders, "--config", ".dependency-cruiser.cjs", "--output-type", "json"];
  const { words } = await runOwned([process.execPath, cruiser, ...args], { quiet: true });
  /** @type {Report} */
  let result;
  try {
    result = JSON.parse(words.slice(words.indexOf("{")));
  } catch {
    throw new Error(words);
  }
  const { violations } = result.summary;
  const comment = new Map(result.summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));
  const broken = violations.map(
    ({ rule, from, to, cycle }) =>
      `${rule.name}: ${from} → ${cycle ? cycle.map((step) => step.name).join(" → ") : to}\n    ${comment.get(rule.name)}`,
  );
  // A parser that cannot read a file finds nothing in it and would let everything pass.
  const seen = new Set(result.modules.map((module) => module.source));
  const unseen = sourceFiles(/^(app|server|db|e2e|bin)\/.*\.(ts|tsx|mjs)$/).filter((file) => !seen.has(file));
  const edges = result.modules.reduce((sum, module) => sum + module.dependencies.length, 0);
  const imports = result.modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  );
  broken.push(...folderCircles(imports, moduleOf), ...folderCircles(imports, roomOf));
  if (unseen.length) broken.push(`not read: ${unseen.join(", ")}`);
  if (edges < seen.size) broken.push(`only ${edges} imports found in ${seen.size} files: the parser is broken`);
  if (broken.length) throw new Error(broken.join("\n"));
  return `${seen.size} modules, ${edges} imports`;
}
