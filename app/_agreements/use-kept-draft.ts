"use client";
import { useEffect, useRef, useState } from "react";
import type { AgreementForm } from "@/db/vocabulary";
import type { ClauseDraft } from "./clause-draft";

/** The words of a draft. */
export interface DraftWords {
  form: AgreementForm;
  facts: string;
  clauses: readonly ClauseDraft[];
}
/** A draft as it lies in this tab: whole or half-finished, and which saved version it was begun from. */
interface Kept {
  base: number | null;
  words: DraftWords;
}

const pauseMs = 1_000;

function parsed(text: string | null): Kept | null {
  try {
    return text ? (JSON.parse(text) as Kept) : null;
  } catch {
    return null;
  }
}

interface Written extends Kept {
  /** Whether anything was typed here that is not saved. */
  isTyped: boolean;
  take: (words: DraftWords) => void;
}

/**
 * Stores what is typed in this tab after each pause of a second, half-finished too, so that another page, a reload or a lost
 * connection loses nothing and nobody else at this computer finds it. What was begun from the version still saved is put
 * back by itself; what was begun from another one is `found`: until the user has chosen, neither replaces the other.
 */
export function useKeptDraft(key: string, written: Written) {
  const [found, setFound] = useState<Kept | null>(null);
  const [keptAt, setKeptAt] = useState<Date | null>(null);
  const latest = useRef(written);
  latest.current = written;
  const text = JSON.stringify({ base: written.base, words: written.words });
  const isBlocked = found !== null;

  useEffect(() => {
    const kept = parsed(sessionStorage.getItem(key));
    if (!kept) return;
    if (kept.base === latest.current.base) latest.current.take(kept.words);
    else setFound(kept);
  }, [key]);

  useEffect(() => {
    if (!written.isTyped || isBlocked) return;
    const timer = setTimeout(() => {
      sessionStorage.setItem(key, text);
      setKeptAt(new Date());
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [key, text, written.isTyped, isBlocked]);

  return {
    found,
    keptAt,
    takeFound: () => {
      if (found) written.take(found.words);
      setFound(null);
    },
    keepOwn: () => setFound(null),
    forget: () => {
      sessionStorage.removeItem(key);
      setKeptAt(null);
    },
  };
}
