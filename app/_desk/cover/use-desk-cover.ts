"use client";
import { useEffect, useReducer } from "react";
import { atFirst, covered } from "./cover";

const idleMs = 60_000;

/**
 * Covers the private lanes. Esc does this before anything else; a hidden tab, a frozen window and a minute
 * without input do it too.
 */
export function useDeskCover() {
  const [cover, dispatch] = useReducer(covered, atFirst);
  const isOpen = !cover.isCovered;

  useEffect(() => {
    if (!isOpen) return;
    const put = () => dispatch({ type: "cover" });
    let timer = setTimeout(put, idleMs);
    const startAgain = () => {
      clearTimeout(timer);
      timer = setTimeout(put, idleMs);
    };
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return startAgain();
      put();
      // An open menu or an input method still receives the next Esc.
      event.stopImmediatePropagation();
      if (!event.isComposing) event.preventDefault();
    };
    const hide = () => document.hidden && put();
    // On window and in the capture phase, so that no other listener can stop the key.
    window.addEventListener("keydown", press, true);
    window.addEventListener("pointerdown", startAgain, true);
    window.addEventListener("pointermove", startAgain, true);
    window.addEventListener("pagehide", put);
    document.addEventListener("visibilitychange", hide);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("keydown", press, true);
      window.removeEventListener("pointerdown", startAgain, true);
      window.removeEventListener("pointermove", startAgain, true);
      window.removeEventListener("pagehide", put);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [isOpen]);

  return { cover, dispatch };
}
