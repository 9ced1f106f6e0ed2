import { useState } from "react";

/** What a form was opened on: the version of what is stored, and the values it showed. */
interface Stored<V, N> {
  version: N;
  values: V;
}

export interface Seen<V, N = number> {
  /** The version to send: what is saved is compared with what was seen, not with what the page fetched since. */
  version: N;
  before: V;
  /** What somebody else has saved since; null while there is nothing to tell. */
  newer: V | null;
  /** The newer values were seen: what is typed may replace them. */
  accept: () => void;
  /** One's own save made this version of these values. */
  saved: (version: N, values: V) => void;
}

/**
 * Keeps which version of something a form shows, while the page may fetch newer ones; where nothing counts versions, the
 * values are their own. A newer version with other values is given as `newer`, and what was typed stays; one with the same
 * values takes its place unnoticed.
 */
export function useSeen<V, N = number>(stored: Stored<V, N>): Seen<V, N> {
  const [seen, setSeen] = useState(stored);
  // What the page still shows after one's own save, until it has fetched that.
  const [outdated, setOutdated] = useState<string | null>(null);
  const now = JSON.stringify(stored.version);
  const isFetched = now === JSON.stringify(seen.version);
  if (isFetched && outdated !== null) setOutdated(null);
  const isOther = !isFetched && now !== outdated;
  const isSame = JSON.stringify(stored.values) === JSON.stringify(seen.values);
  if (!isSame && isFetched) setSeen(stored);
  if (isOther && isSame) setSeen(stored);
  return {
    version: isOther && isSame ? stored.version : seen.version,
    before: seen.values,
    newer: isOther && !isSame ? stored.values : null,
    accept: () => setSeen(stored),
    saved: (version, values) => {
      setOutdated(now);
      setSeen({ version, values });
    },
  };
}
