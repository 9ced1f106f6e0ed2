"use client";
import { useRef, useState } from "react";

/**
 * Loads a part of the page when somebody is about to use it, so that nobody else pays for it. `prepare` fetches it, for
 * a pointer or the focus that comes near; `use` fetches it and says that it is to be shown. Until then `part` is null.
 * If it cannot be loaded, the page stays as it is and says so (`LaterFailed`). With a loader defined outside the component.
 */
export function useFirstUse<T>(load: () => Promise<T>) {
  const [part, setPart] = useState<T | null>(null);
  const [isUsed, setUsed] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const begun = useRef(false);
  function prepare() {
    if (begun.current) return;
    begun.current = true;
    load().then(
      (found) => setPart(() => found),
      () => setFailed(true),
    );
  }
  function use() {
    prepare();
    setUsed(true);
  }
  return {
    part: isUsed ? part : null,
    isLoading: isUsed && !part && !hasFailed,
    hasFailed: hasFailed && isUsed,
    prepare,
    use,
  };
}
