"use client";
import { useEffect, useRef, useState } from "react";

const pauseMs = 1_000;

/**
 * Text that survives a reload and a lost connection: stored in this tab after each pause of a second, deleted when done. Nobody
 * else at this computer finds it.
 */
export function useDraft(key: string) {
  const [text, setText] = useState("");
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const isTouched = useRef(false);

  useEffect(() => {
    const kept = sessionStorage.getItem(key);
    if (kept && !isTouched.current) setText(kept);
  }, [key]);

  useEffect(() => {
    if (!isTouched.current) return;
    const timer = setTimeout(() => {
      // Saved within the second: what was dropped is not stored again.
      if (!isTouched.current) return;
      sessionStorage.setItem(key, text);
      setSavedAt(new Date());
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [key, text]);

  return {
    text,
    savedAt,
    write: (next: string) => {
      isTouched.current = true;
      setText(next);
    },
    drop: () => {
      isTouched.current = false;
      sessionStorage.removeItem(key);
    },
  };
}
