import { sourceFiles, textOf } from "./source-files.mjs";
import { zonesIn } from "./zones-in.mjs";

/** The reader of calendar files gives all-day dates in the machine's zone; this file turns them into days again. */
const ofTheMachine = "server/availability/parts/busy-from-ics.ts";

/** Days are the county's: nothing cuts or prints a day in the zone of a process or of a database session. */
export function zones() {
  const files = sourceFiles(/^(?:app|server|db|bin)\/.*\.(?:tsx?|mjs|sql)$/).filter(
    (file) =>
      file !== ofTheMachine && !/\.test\.ts$|\/testing\/|^bin\/checks\/|^db\/(?:migrations|upgrade)\//.test(file),
  );
  const faults = files.flatMap((file) => zonesIn(file, textOf(file)));
  if (faults.length) throw new Error(faults.join("\n"));
  return `${files.length} files`;
}
