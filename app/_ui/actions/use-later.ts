"use client";
import { useEffect, useState } from "react";

/** Time in which the visible part of the page is fetched and drawn. */
const quietMs = 300;

/**
 * Loads a part of the page after the page itself is shown, so that on a slow connection the first view does not wait
 * for it. `isWanted` loads it at once; if that fails, the page stays as it is and says so (`LaterFailed`).
 * Usage: `const dialogs = useLater(loadDialogs, asking !== null)`, with a loader defined outside the component.
 */
export function useLater<T>(load: () => Promise<T>, isWanted: boolean): { part: T | null; hasFailed: boolean } {
  const [part, setPart] = useState<T | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const isHere = part !== null;
  useEffect(() => {
    if (isHere) return;
    let isOver = false;
    const fetchIt = () =>
      load().then(
        (found) => isOver || setPart(() => found),
        () => isOver || setFailed(true),
      );
    setFailed(false);
    const timer = setTimeout(() => void fetchIt(), isWanted ? 0 : quietMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [load, isHere, isWanted]);
  return { part, hasFailed: hasFailed && isWanted };
}
