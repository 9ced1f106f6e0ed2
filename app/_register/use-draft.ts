"use client";
import { useEffect, useState } from "react";
import type { Draft } from "./draft";

const aDay = 86_400_000;
const pauseMs = 1000;

function read(key: string): Draft | null {
  try {
    const stored = JSON.parse(sessionStorage.getItem(key) ?? "null") as { at: number; draft: Draft } | null;
    return stored && Date.now() - stored.at < aDay ? stored.draft : null;
  } catch {
    return null;
  }
}

/** The fields in which a draft differs from the one it was made of. */
const changesOf = (from: Draft, to: Draft): Partial<Draft> =>
  Object.fromEntries(Object.entries(to).filter(([field, value]) => value !== from[field as keyof Draft]));

/**
 * A form's contents, stored in this tab after each pause of a second so that a reload or a failed save loses nothing, and
 * nobody else at this computer finds it. The key names the person as well. Deleted after a day.
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
      sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), draft }));
      setState("kept");
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [key, draft, state]);

  return {
    draft,
    change: (next) => {
      // What was typed before the script had come is handed over while the kept draft is put back: each keeps what it has.
      setDraft((now) => (now === draft ? next : { ...now, ...changesOf(draft, next) }));
      setState("typing");
    },
    isKept: state === "kept",
    forget: () => {
      sessionStorage.removeItem(key);
      setState("fresh");
    },
  };
}
