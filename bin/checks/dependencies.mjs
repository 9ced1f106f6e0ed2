import { modulesDocument } from "../documents/modules.mjs";
import { folderCircles } from "./folder-circles.mjs";
import { moduleOf, readImports, roomOf } from "./imports.mjs";
import { sourceFiles, textOf } from "./source-files.mjs";

const folders = ["app", "server", "db", "e2e", "bin"];

/**
 * Who may import whom (.dependency-cruiser.cjs). The modules of the server and of the interface may not import each other in
 * a circle, nor may the folders within a module of the interface. docs/modules.md says which import which.
 */
export async function dependencies() {
  const { modules, summary, imports } = await readImports(folders);
  const comment = new Map(summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));
  const broken = summary.violations.map(
    ({ rule, from, to, cycle }) =>
      `${rule.name}: ${from} → ${cycle ? cycle.map((step) => step.name).join(" → ") : to}\n    ${comment.get(rule.name)}`,
  );
  const seen = new Set(modules.map((module) => module.source));
  const unseen = sourceFiles(/^(app|server|db|e2e|bin)\/.*\.(ts|tsx|mjs)$/).filter((file) => !seen.has(file));
  const circles = folderCircles(imports, moduleOf);
  broken.push(...circles, ...folderCircles(imports, roomOf));
  // Modules in a circle have no layers to document.
  if (circles.length === 0 && textOf("docs/modules.md") !== modulesDocument(imports, moduleOf))
    broken.push("docs/modules.md is out of date. Run: npm run docs");
  if (unseen.length) broken.push(`not read: ${unseen.join(", ")}`);
  if (broken.length) throw new Error(broken.join("\n"));
  return `${seen.size} modules, ${imports.length} imports`;
}
