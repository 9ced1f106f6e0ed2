import { useEffect, useRef } from "react";

/** A minute without any touch: what the page then asks for by itself does not count as use of the sign-in. */
const untouchedMs = 60_000;
const touches = ["pointerdown", "keydown", "wheel", "touchmove", "input"] as const;

/** Gives a function that says whether nobody has touched this page for a minute. */
export function useUntouched(): () => boolean {
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const note = () => {
      last.current = performance.now();
    };
    note();
    for (const touch of touches) window.addEventListener(touch, note, { passive: true, capture: true });
    return () => {
      for (const touch of touches) window.removeEventListener(touch, note, { capture: true });
    };
  }, []);
  return () => performance.now() - last.current > untouchedMs;
}
