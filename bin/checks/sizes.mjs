import path from "node:path";
import { sourceFiles, textOf } from "./source-files.mjs";

const longest = 300;
const fullest = 60;
// Folders that are too full still. This list only shrinks.
const overfull = new Set(["app/_ui", "app/_desk"]);

/** Source files stay short: none above 300 lines. Reports where we stand. */
export function sizes() {
  const files = sourceFiles(/^(app|server|db|e2e|bin|bench)\/.*\.(ts|tsx|mjs|css)$/)
    .map((file) => ({ file, lines: textOf(file).split("\n").length - 1 }))
    .sort((one, other) => one.lines - other.lines);
  /** @param {number} share */
  const at = (share) => files[Math.min(files.length - 1, Math.floor(files.length * share))]?.lines ?? 0;
  const tooLong = files.filter(({ lines }) => lines > longest);
  if (tooLong.length) {
    throw new Error(tooLong.map(({ file, lines }) => `${file} has ${lines} lines; ${longest} is the most`).join("\n"));
  }
  return `median ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)} (${files.at(-1)?.file})`;
}

/** No folder has more files of its own than somebody finds their way among. */
export function fullFolders() {
  const counts = new Map();
  for (const file of sourceFiles(/^(app|server|db|e2e|bin|bench|docs)\//)) {
    const folder = path.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const faults = [];
  for (const [folder, count] of counts) {
    if (count > fullest && !overfull.has(folder))
      faults.push(`${folder} has ${count} files of its own; ${fullest} is the most`);
  }
  for (const folder of overfull) {
    if ((counts.get(folder) ?? 0) <= fullest)
      faults.push(`${folder} is not too full any more: strike it from bin/checks/sizes.mjs`);
  }
  if (faults.length) throw new Error(faults.join("\n"));
  const [most, count] = [...counts].filter(([folder]) => !overfull.has(folder)).sort((a, b) => b[1] - a[1])[0];
  return `${counts.size} folders, the fullest ${most} (${count})`;
}
