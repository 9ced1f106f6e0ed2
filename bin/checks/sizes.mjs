import { sourceFiles, textOf } from "./source-files.mjs";

const longest = 300;

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
