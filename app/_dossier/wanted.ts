import type { Wanted } from "@/app/_papers/use-papers";
import type { PaperLine } from "@/server/papers/parts/paper-list";

/** What one press asks for: one paper for each that a line is about. */
export const wantedOf = (lines: readonly PaperLine[]): Wanted[] =>
  lines
    .filter(({ canPrint }) => canPrint)
    .flatMap(({ kind, subjects }) => {
      const ids = subjects.length > 0 ? subjects.map(({ id }) => id) : [null];
      return ids.map((subjectId) => ({ kind, subjectId }));
    });
