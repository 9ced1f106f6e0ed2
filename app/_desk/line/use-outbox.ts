"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Drafts } from "./draft-store";
import { type DeskAct, emptyOutbox, nextOf, type Outbox, restored, withAct } from "./outbox";
import { useKeptWords } from "./use-kept-words";
import { type Line, type PumpEvents, usePump } from "./use-pump";
import { recall } from "./words-store";

interface OutboxOptions extends PumpEvents {
  /** Where on this machine words are kept, see `draftStoreKey`, and the lock of the private ones. */
  draftStore: string;
  secret: string;
  newKey: () => string;
  /** Half-typed words found on this machine. */
  onRecalled: (drafts: Drafts) => void;
}

/**
 * The way of everything written at the desk: at once onto this machine (private words under lock), then to the server in
 * the order it was done, again after a pause when the line is down, and off this machine when it has arrived.
 */
export function useOutbox(options: OutboxOptions) {
  const [box, setBox] = useState<Outbox>(emptyOutbox);
  const [line, setLine] = useState<Line>("up");
  const [isRecalled, setRecalled] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const current = useRef(box);
  const latest = useRef(options);
  latest.current = options;
  const { draftStore, secret } = options;

  const { lay, keepDraft, join, wipeKept } = useKeptWords({ draftStore, secret }, current);
  const update = useCallback(
    (change: (box: Outbox) => Outbox) => {
      current.current = change(current.current);
      setBox(current.current);
      lay();
    },
    [lay],
  );
  const { pump, rest } = usePump({ box: current, update, events: latest, setLine, setSavedAt });

  useEffect(() => {
    let isGone = false;
    void recall({ draftStore, secret })
      .then((kept) => {
        if (isGone || !kept) return;
        const drafts = join(kept.drafts);
        update((all) => restored(all, kept.waiting));
        latest.current.onRecalled(drafts);
        void pump();
      })
      .catch(() => undefined)
      .finally(() => !isGone && setRecalled(true));
    const retry = () => void pump();
    const fall = () => setLine((before) => (before === "up" ? "down" : before));
    window.addEventListener("online", retry);
    window.addEventListener("offline", fall);
    return () => {
      isGone = true;
      rest();
      window.removeEventListener("online", retry);
      window.removeEventListener("offline", fall);
    };
  }, [draftStore, secret, update, pump, join, rest]);

  const add = useCallback(
    (act: DeskAct, isPrivate: boolean) => {
      update((all) => withAct(all, latest.current.newKey(), act, isPrivate));
      void pump();
    },
    [update, pump],
  );
  /** The poll reached the server, or did not. */
  const noteLine = useCallback(
    (isUp: boolean) => {
      if (!isUp) return setLine((before) => (before === "up" ? "down" : before));
      setLine("up");
      if (nextOf(current.current)) void pump();
    },
    [pump],
  );
  /** Lays everything aside for good: what waits, what was turned down, the half-typed words, and this machine's copy. */
  const clear = useCallback(() => {
    current.current = emptyOutbox;
    setBox(emptyOutbox);
    wipeKept();
  }, [wipeKept]);

  return useMemo(
    () => ({ box, line, savedAt, isRecalled, add, update, pump, keepDraft, noteLine, clear }),
    [box, line, savedAt, isRecalled, add, update, pump, keepDraft, noteLine, clear],
  );
}
