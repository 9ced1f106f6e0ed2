import { deadButtonsIn } from "./dead-buttons-in.mjs";
import { sourceFiles, textOf } from "./source-files.mjs";

/** A main button is alive: pressed too early, it says what is missing. */
export function deadButtons() {
  const files = sourceFiles(/^app\/.*\.tsx$/);
  const faults = files.flatMap((file) => deadButtonsIn(file, textOf(file)));
  if (faults.length) throw new Error(faults.join("\n"));
  return `${files.length} files`;
}
