"use client";
import { useEffect, useState } from "react";
import type { Draft } from "./draft";

const aDay = 86_400_000;
const pauseMs = 1000;

function read(key: string): Draft | null {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? "null") as { at: number; draft: Draft } | null;
    return stored && Date.now() - stored.at < aDay ? stored.draft : null;
  } catch {
    return null;
  }
}

/**
 * A form's contents, stored on this device after each pause of a second so that a reload or a failed save loses
 * nothing. The key names the person: the next user of this device starts empty. Deleted after a day.
 */
export function useDraft(
  key: string,
  start: Draft,
): { draft: Draft; change: (next: Draft) => void; isKept: boolean; forget: () => void } {
  const [draft, setDraft] = useState(start);
  const [state, setState] = useState<"fresh" | "typing" | "kept">("fresh");

  useEffect(() => {
    const kept = read(key);
    if (!kept) return;
    // What was kept by an earlier version lacks the fields it did not know.
    setDraft((start) => ({ ...start, ...kept }));
    setState("kept");
  }, [key]);

  useEffect(() => {
    if (state !== "typing") return;
    const timer = setTimeout(() => {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), draft }));
      setState("kept");
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [key, draft, state]);

  return {
    draft,
    change: (next) => {
      setDraft(next);
      setState("typing");
    },
    isKept: state === "kept",
    forget: () => {
      localStorage.removeItem(key);
      setState("fresh");
    },
  };
}
