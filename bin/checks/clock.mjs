import { clocksIn } from "./clocks-in.mjs";
import { sourceFiles, textOf } from "./source-files.mjs";

const clockFile = "server/kernel/clock.ts";

// The demo county is told relative to today: it chooses the times at which it plays the verbs, and is no part of the product.
const free = /\.test\.ts$|^server\/(testing|demo)\//;

/** One clock: the server and the functions of the database are given the time and read no clock (docs/adr/0020). */
export function clock() {
  const files = sourceFiles(/^server\/.*\.ts$|^db\/sql\/.*\.sql$/).filter(
    (file) => file !== clockFile && !free.test(file),
  );
  const faults = files.flatMap((file) => clocksIn(file, textOf(file)));
  if (faults.length) throw new Error(faults.join("\n"));
  return `${files.length} files`;
}
