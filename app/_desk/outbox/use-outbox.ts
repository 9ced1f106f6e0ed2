"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Drafts } from "./draft-store";
import { type DeskAct, emptyOutbox, nextOf, type Outbox, restored, withAct } from "./outbox";
import { recall } from "./unsent-store";
import { useLocalCopy } from "./use-local-copy";
import { type ConnectionState, type SendEvents, useSender } from "./use-sender";

interface OutboxOptions extends SendEvents {
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
  const [connectionState, setConnectionState] = useState<ConnectionState>("up");
  const [isRecalled, setRecalled] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const current = useRef(box);
  const latest = useRef(options);
  latest.current = options;
  const { draftStore, secret } = options;

  const { save, keepDraft, addFound, deleteCopy } = useLocalCopy({ draftStore, secret }, current);
  const update = useCallback(
    (change: (box: Outbox) => Outbox) => {
      current.current = change(current.current);
      setBox(current.current);
      save();
    },
    [save],
  );
  const { sendWaiting, stopRetry } = useSender({
    box: current,
    update,
    events: latest,
    setConnectionState,
    setSavedAt,
  });

  useEffect(() => {
    let isGone = false;
    void recall({ draftStore, secret })
      .then((kept) => {
        if (isGone || !kept) return;
        const drafts = addFound(kept.drafts);
        update((all) => restored(all, kept.waiting));
        latest.current.onRecalled(drafts);
        void sendWaiting();
      })
      .catch(() => undefined)
      .finally(() => !isGone && setRecalled(true));
    const retry = () => void sendWaiting();
    const fall = () => setConnectionState((before) => (before === "up" ? "down" : before));
    window.addEventListener("online", retry);
    window.addEventListener("offline", fall);
    return () => {
      isGone = true;
      stopRetry();
      window.removeEventListener("online", retry);
      window.removeEventListener("offline", fall);
    };
  }, [draftStore, secret, update, sendWaiting, addFound, stopRetry]);

  const add = useCallback(
    (act: DeskAct, isPrivate: boolean) => {
      update((all) => withAct(all, latest.current.newKey(), act, isPrivate));
      void sendWaiting();
    },
    [update, sendWaiting],
  );
  /** Takes from each read of the desk's state whether the server can be reached. */
  const noteConnection = useCallback(
    (isUp: boolean) => {
      if (!isUp) return setConnectionState((before) => (before === "up" ? "down" : before));
      setConnectionState("up");
      if (nextOf(current.current)) void sendWaiting();
    },
    [sendWaiting],
  );
  /** Discards everything for good: waiting and refused acts, drafts, and the copy on this device. */
  const clear = useCallback(() => {
    current.current = emptyOutbox;
    setBox(emptyOutbox);
    deleteCopy();
  }, [deleteCopy]);

  return useMemo(
    () => ({ box, connectionState, savedAt, isRecalled, add, update, sendWaiting, keepDraft, noteConnection, clear }),
    [box, connectionState, savedAt, isRecalled, add, update, sendWaiting, keepDraft, noteConnection, clear],
  );
}
