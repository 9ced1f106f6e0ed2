import { clocksIn } from "./clocks-in.mjs";
import { sourceFiles, textOf } from "./source-files.mjs";

const clockFile = "server/kernel/clock.ts";

/** One clock: the server and the functions of the database are given the time and read no clock (docs/adr/0020). */
export function clock() {
  const files = sourceFiles(/^server\/.*\.ts$|^db\/sql\/.*\.sql$/).filter(
    (file) => file !== clockFile && !/\.test\.ts$|^server\/testing\//.test(file),
  );
  const faults = files.flatMap((file) => clocksIn(file, textOf(file)));
  if (faults.length) throw new Error(faults.join("\n"));
  return `${files.length} files`;
}
