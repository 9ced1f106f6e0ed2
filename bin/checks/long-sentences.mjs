import { sentencesOf } from "./sentences-in.mjs";
import { sourceFiles, textOf } from "./source-files.mjs";

const most = 56;

/** A comment is understood at the first reading: no sentence of it has more words than this. */
export function longSentences() {
  const files = sourceFiles(/^(app|server|db|e2e|bin|bench)\/.*\.(ts|tsx|mjs|sql)$/).filter(
    (file) => !file.startsWith("db/migrations/"),
  );
  const faults = files.flatMap((file) =>
    sentencesOf(textOf(file)).flatMap(({ text, line }) => {
      const count = text.split(" ").length;
      return count > most
        ? [
            `${file}:${line}: a sentence of ${count} words; ${most} is the most. Make two of it, or a list: ${text.slice(0, 60)}…`,
          ]
        : [];
    }),
  );
  if (faults.length) throw new Error(faults.join("\n"));
  return `${files.length} files, at most ${most} words`;
}
