"use client";
import { useEffect, useRef } from "react";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import type { Draft } from "./use-draft";

/** Long enough that a paragraph is one version: each save is an event that all who write the draft see. */
const pauseMs = 30_000;

interface Saving {
  page: AgreementPage;
  draft: Draft;
  isBusy: boolean;
  /** A save that was refused is not tried again before something else is typed or pressed. */
  hasFailed: boolean;
  save: () => Promise<unknown>;
}

/**
 * Saves a draft on the server after half a minute without typing and when the page is left, half-finished too, so that
 * another device and a colleague find it. The first save is pressed by hand: it says that something was agreed. Nothing is
 * saved by itself while somebody else's newer draft waits for a choice.
 */
export function useSavedByItself({ page, draft, isBusy, hasFailed, save }: Saving) {
  const isWaiting = draft.seen.newer !== null || draft.kept.found !== null;
  const isDue = page.agreement?.status === "draft" && draft.isChanged && !isBusy && !hasFailed && !isWaiting;
  const latest = useRef({ isDue, save });
  latest.current = { isDue, save };
  const text = JSON.stringify([draft.form, draft.facts, draft.clauses]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter begins the pause anew.
  useEffect(() => {
    if (!isDue) return;
    const timer = setTimeout(() => void latest.current.save(), pauseMs);
    return () => clearTimeout(timer);
  }, [isDue, text]);

  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === "hidden" && latest.current.isDue) void latest.current.save();
    };
    document.addEventListener("visibilitychange", leave);
    return () => document.removeEventListener("visibilitychange", leave);
  }, []);
}
