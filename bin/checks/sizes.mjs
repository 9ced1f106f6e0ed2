import path from "node:path";
import { sourceFiles, textOf } from "./source-files.mjs";

const longest = 300;
const fullest = 60;

const isTest = (/** @type {string} */ file) => file.endsWith(".test.ts") || file.startsWith("e2e/");

/** Files stay short: none above 300 lines. Reports where sources and tests stand, each for themselves. */
export function sizes() {
  const files = sourceFiles(/^(app|server|db|e2e|bin|bench)\/.*\.(ts|tsx|mjs|css)$/)
    .map((file) => ({ file, lines: textOf(file).split("\n").length - 1 }))
    .sort((one, other) => one.lines - other.lines);
  const tooLong = files.filter(({ lines }) => lines > longest);
  if (tooLong.length) {
    throw new Error(tooLong.map(({ file, lines }) => `${file} has ${lines} lines; ${longest} is the most`).join("\n"));
  }
  const sources = files.filter(({ file }) => !isTest(file));
  const tests = files.filter(({ file }) => isTest(file));
  return `sources: ${spread(sources)}; tests: ${spread(tests)}`;
}

/** @param {readonly { file: string, lines: number }[]} sorted by length */
function spread(sorted) {
  /** @param {number} share */
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.lines ?? 0;
  return `median ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)} (${sorted.at(-1)?.file})`;
}

/** No folder holds so many files that one cannot find a file by looking. Migrations are applied in their order and looked up by nobody. */
export function fullFolders() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const file of sourceFiles(/^(app|server|db|e2e|bin|bench|docs)\//)) {
    const folder = path.dirname(file);
    if (folder === "db/migrations") continue;
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  const tooFull = sorted.filter(([, count]) => count > fullest);
  if (tooFull.length)
    throw new Error(
      tooFull.map(([folder, count]) => `${folder} has ${count} files; ${fullest} is the most`).join("\n"),
    );
  const [[most, count] = ["none", 0]] = sorted;
  return `${counts.size} folders, the fullest ${most} (${count})`;
}
