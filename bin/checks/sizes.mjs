import path from "node:path";
import { sourceFiles, textOf } from "./source-files.mjs";

const longest = 300;
const mostFiles = 60;

/** Source files stay short: none above 300 lines. Reports where we stand. */
export function sizes() {
  const files = sourceFiles(/^(app|server|db|e2e|bin|bench)\/.*\.(ts|tsx|mjs|css)$/)
    .map((file) => ({ file, lines: textOf(file).split("\n").length - 1 }))
    .sort((one, other) => one.lines - other.lines);
  const at = (share) => files[Math.min(files.length - 1, Math.floor(files.length * share))];
  const tooLong = files.filter(({ lines }) => lines > longest);
  if (tooLong.length) {
    throw new Error(tooLong.map(({ file, lines }) => `${file} has ${lines} lines; ${longest} is the most`).join("\n"));
  }
  const last = files.at(-1);
  return `median ${at(0.5).lines}, p95 ${at(0.95).lines}, longest ${last.lines} (${last.file})`;
}

/** A folder is read like a page: none holds more than 60 source files of its own; more want rooms. */
export function folders() {
  const own = new Map();
  for (const file of sourceFiles(/^(app|server|db|e2e|bin|bench)\/.*\.(ts|tsx|mjs|css)$/)) {
    const folder = path.posix.dirname(file);
    own.set(folder, (own.get(folder) ?? 0) + 1);
  }
  const [fullest, ...rest] = [...own].sort(([, one], [, other]) => other - one);
  const tooFull = [fullest, ...rest].filter(([, count]) => count > mostFiles);
  if (tooFull.length) {
    throw new Error(
      tooFull.map(([folder, count]) => `${folder} holds ${count} files; ${mostFiles} is the most`).join("\n"),
    );
  }
  return `${own.size} folders, fullest ${fullest[1]} (${fullest[0]})`;
}
