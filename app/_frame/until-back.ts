/** Milliseconds between two questions; a restart of the database takes about as long as two of them. */
export const askAgainMs = 3_000;

interface Asking {
  /** Whether the system answers, database included. */
  answers: () => Promise<boolean>;
  /** Told once, where it did not answer the first time. */
  onAway: () => void;
  pause: () => Promise<void>;
}

/**
 * Asks until the system answers again. Resolves to whether it had been away: if it had not, what failed was something else,
 * and asking for the same once more would fail the same way.
 */
export async function untilBack({ answers, onAway, pause }: Asking): Promise<boolean> {
  if (await answers()) return false;
  onAway();
  do await pause();
  while (!(await answers()));
  return true;
}

/** Asks the system itself; no answer at all counts as away. */
export const systemAnswers = (): Promise<boolean> =>
  fetch("/api/healthz", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
