import { markupIn } from "./markup-in.mjs";
import { sourceFiles, textOf } from "./source-files.mjs";

/** What somebody typed is shown as text: nothing in pages and messages makes markup, or a link, of data by itself. */
export function markup() {
  const files = sourceFiles(/^(?:app|server)\/.*\.tsx?$/).filter(
    (file) => !/\.test\.tsx?$|^server\/(?:testing|demo)\//.test(file),
  );
  const faults = files.flatMap((file) => markupIn(file, textOf(file)));
  if (faults.length) throw new Error(faults.join("\n"));
  return `${files.length} files`;
}
