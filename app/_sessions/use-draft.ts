"use client";
import { useEffect, useRef, useState } from "react";

const pauseMs = 1_000;

/**
 * Text that survives a closed window: stored on this device after each pause of a second, deleted when done. Confidential
 * words are stored in the tab alone ("sessionStorage"): they survive a reload and a lost connection.
 */
export function useDraft(key: string, place: "localStorage" | "sessionStorage" = "localStorage") {
  const [text, setText] = useState("");
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const isTouched = useRef(false);

  useEffect(() => {
    const kept = window[place].getItem(key);
    if (kept && !isTouched.current) setText(kept);
  }, [key, place]);

  useEffect(() => {
    if (!isTouched.current) return;
    const timer = setTimeout(() => {
      window[place].setItem(key, text);
      setSavedAt(new Date());
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [key, place, text]);

  return {
    text,
    savedAt,
    write: (next: string) => {
      isTouched.current = true;
      setText(next);
    },
    drop: () => {
      isTouched.current = false;
      window[place].removeItem(key);
    },
  };
}
