"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Drafts } from "./draft-store";
import { type DeskAct, emptyOutbox, nextOf, type Outbox, restored, withAct } from "./outbox";
import { useKeptWords } from "./use-kept-words";
import { type Line, type PumpEvents, usePump } from "./use-pump";
import { recall } from "./words-store";

interface OutboxOptions extends PumpEvents {
  /** Where words are stored on this device, see `draftStoreKey`, and the secret that encrypts private ones. */
  draftStore: string;
  secret: string;
  newKey: () => string;
  /** Called with the drafts found on this device. */
  onRecalled: (drafts: Drafts) => void;
}

/**
 * Everything written at the desk is saved at once on this device (private words encrypted), sent to the server in the
 * order it was done, retried after a pause without connection, and removed from the device once it has arrived.
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
  /** Takes from each read of the desk's state whether the server can be reached. */
  const noteLine = useCallback(
    (isUp: boolean) => {
      if (!isUp) return setLine((before) => (before === "up" ? "down" : before));
      setLine("up");
      if (nextOf(current.current)) void pump();
    },
    [pump],
  );
  /** Discards everything for good: waiting and refused acts, drafts, and the copy on this device. */
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
