"use client";
import { useEffect, useRef, useState } from "react";

const pauseMs = 1_000;

/** Text that survives a closed window: kept on this machine after each pause of a second, dropped when done. */
export function useDraft(key: string) {
  const [text, setText] = useState("");
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const isTouched = useRef(false);

  useEffect(() => {
    const kept = localStorage.getItem(key);
    if (kept && !isTouched.current) setText(kept);
  }, [key]);

  useEffect(() => {
    if (!isTouched.current) return;
    const timer = setTimeout(() => {
      localStorage.setItem(key, text);
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
      localStorage.removeItem(key);
    },
  };
}
