import { ownersWords } from "./owners-words.mjs";
import { sourceFiles, textOf } from "./source-files.mjs";

/**
 * What runs in web and worker never asks for the owner's connection (docs/adr/0002). They have no such address, while the
 * tests have one for their fixtures, and would not notice.
 */
export function ownersConnection() {
  const files = sourceFiles(/^(app|server)\/.*\.tsx?$|^bin\/worker\.ts$/).filter(
    (file) => !/\.test\.tsx?$|^server\/(testing|demo)\//.test(file),
  );
  const faults = files.flatMap((file) => ownersWords(file, textOf(file)));
  if (faults.length) throw new Error(faults.join("\n"));
  return `${files.length} files`;
}
