/** Longer than any connection lives (`connectionSeconds`), so that what is forgotten here is gone from the server too. */
const forgetMs = 2 * 60 * 60 * 1000;

/** How many texts pools tell each other of. */
const mostKnown = 2_000;

/**
 * Which statements are worth preparing: those asked at least twice, by this pool or by another that shares `known`. The
 * driver keeps every prepared statement for as long as its connection lives, and lists of different lengths give many
 * texts, so no more than `most` are let in; a place is free again when its statement was not used for two hours. `clock`
 * gives milliseconds.
 */
export function hotStatements(
  known: Set<string> = new Set(),
  most = 500,
  clock: () => number = () => performance.now(),
) {
  /** Text → last use, the longest unused first. */
  const hot = new Map<string, number>();
  const seenOnce = new Set<string>();

  function makeRoom(now: number): boolean {
    const [oldest] = hot;
    if (hot.size < most || !oldest) return hot.size < most;
    return now - oldest[1] > forgetMs && hot.delete(oldest[0]);
  }

  /** The oldest is forgotten first. */
  function tell(text: string): void {
    known.add(text);
    const [oldest] = known;
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  }

  return {
    /** Counts one use of the text, and says whether it is to be sent as a prepared statement. */
    use(text: string): boolean {
      const now = clock();
      if (hot.delete(text)) {
        hot.set(text, now);
        return true;
      }
      const isAgain = seenOnce.delete(text);
      if (isAgain) tell(text);
      if ((isAgain || known.has(text)) && makeRoom(now)) {
        hot.set(text, now);
        return true;
      }
      const [first] = seenOnce;
      if (seenOnce.size >= most && first !== undefined) seenOnce.delete(first);
      seenOnce.add(text);
      return false;
    },
  };
}
export type HotStatements = ReturnType<typeof hotStatements>;
