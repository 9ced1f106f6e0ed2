"use client";
import { useEffect, useState } from "react";

const idleMs = 60_000;

/**
 * Whether private lanes are hidden. Esc hides them before it does anything else; so do a hidden
 * tab and a minute without input.
 */
export function useCover(onCover: () => void) {
  const [isCovered, setCovered] = useState(false);
  useEffect(() => {
    let timer = setTimeout(cover, idleMs);
    function cover() {
      setCovered(true);
      onCover();
    }
    function startAgain() {
      clearTimeout(timer);
      timer = setTimeout(cover, idleMs);
    }
    const press = (event: KeyboardEvent) => (event.key === "Escape" && !event.isComposing ? cover() : startAgain());
    const hide = () => document.hidden && cover();
    document.addEventListener("keydown", press, true);
    document.addEventListener("pointerdown", startAgain, true);
    document.addEventListener("pointermove", startAgain, true);
    document.addEventListener("visibilitychange", hide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", press, true);
      document.removeEventListener("pointerdown", startAgain, true);
      document.removeEventListener("pointermove", startAgain, true);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [onCover]);
  return { isCovered, cover: () => setCovered(true), uncover: () => setCovered(false) };
}
