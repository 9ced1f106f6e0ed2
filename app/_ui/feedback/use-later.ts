"use client";
import { useEffect, useState } from "react";

/** Time for what is seen first to be fetched and drawn. */
const quietMs = 300;

/**
 * A part of the page that is fetched once the page stands, so that the first sight on a slow line does not wait for
 * it. `isWanted` fetches it at once; where that fails the page stays as it is and says so (`LaterFailed`).
 * Usage: `const dialogs = useLater(loadDialogs, asking !== null)`, with a loader that stands outside the component.
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
