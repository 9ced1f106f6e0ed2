"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { keep, recall, type Words, wipe } from "./desk-store";
import type { Draft } from "./drafts";
import {
  arrived,
  clashed,
  type DeskAct,
  emptyOutbox,
  marked,
  nextOf,
  type Outbox,
  partOf,
  pauseAfter,
  restored,
  turnedDown,
  withAct,
} from "./outbox";
import { sendAct } from "./send-act";

const draftPauseMs = 800;

export type Line = "up" | "down" | "signedOut";

interface OutboxOptions {
  /** Where on this machine words are kept, see `shelfKey`, and the lock of the private ones. */
  shelf: string;
  secret: string;
  newKey: () => string;
  /** An act is on the server, with the card's version there. */
  onArrived: (act: DeskAct, version: number) => void;
  /** Half-typed words found on this machine. */
  onRecalled: (drafts: Readonly<Record<string, Draft>>) => void;
  /** Somebody else changed a card: look at the desk anew. */
  onClash: () => void;
}

/**
 * The way of everything written at the desk: at once onto this machine (private words under lock), then to the server in
 * the order it was done, again after a pause when the line is down, and off this machine when it has arrived.
 */
export function useOutbox(options: OutboxOptions) {
  const client = useTRPCClient();
  const [box, setBox] = useState<Outbox>(emptyOutbox);
  const [line, setLine] = useState<Line>("up");
  const [isRecalled, setRecalled] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const current = useRef(box);
  const drafts = useRef<Readonly<Record<string, Draft>>>({});
  const isRunning = useRef(false);
  const failures = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(options);
  latest.current = options;
  const { shelf, secret } = options;

  // One after the other: an older state must not be laid upon a newer one.
  const laying = useRef<Promise<void>>(Promise.resolve());
  const lay = useCallback(() => {
    laying.current = laying.current
      .then(() =>
        keep(
          { shelf, secret },
          wordsOf(current.current, drafts.current, false),
          wordsOf(current.current, drafts.current, true),
        ),
      )
      .catch(() => undefined);
  }, [shelf, secret]);
  const update = useCallback(
    (change: (box: Outbox) => Outbox) => {
      current.current = change(current.current);
      setBox(current.current);
      lay();
    },
    [lay],
  );

  const pump = useCallback(async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    clearTimeout(timer.current);
    try {
      for (let next = nextOf(current.current); next; next = nextOf(current.current)) {
        const { key } = next;
        update((all) => marked(all, key, true));
        const outcome = await sendAct(client, next);
        if (outcome.is === "away") {
          failures.current += 1;
          update((all) => marked(all, key, false));
          setLine(outcome.isSignedOut ? "signedOut" : "down");
          timer.current = setTimeout(() => void pump(), pauseAfter(failures.current));
          return;
        }
        failures.current = 0;
        setLine("up");
        if (outcome.is === "arrived") {
          // First onto the desk, then off the queue: the card never blinks.
          latest.current.onArrived(next.act, outcome.version);
          setSavedAt(new Date());
          update((all) => arrived(all, key, outcome.version));
        } else if (outcome.is === "clash") {
          update((all) => clashed(all, key));
          latest.current.onClash();
        } else {
          update((all) => turnedDown(all, key, outcome.code, outcome.params));
        }
      }
    } finally {
      isRunning.current = false;
    }
  }, [client, update]);

  useEffect(() => {
    let isGone = false;
    void recall({ shelf, secret })
      .then((kept) => {
        if (isGone || !kept) return;
        drafts.current = { ...kept.drafts, ...drafts.current };
        update((all) => restored(all, kept.waiting));
        latest.current.onRecalled(drafts.current);
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
      clearTimeout(timer.current);
      window.removeEventListener("online", retry);
      window.removeEventListener("offline", fall);
    };
  }, [shelf, secret, update, pump]);

  const draftTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keepDraft = useCallback(
    (lane: string, next: Draft) => {
      drafts.current = { ...drafts.current, [lane]: next };
      clearTimeout(draftTimer.current);
      draftTimer.current = setTimeout(lay, draftPauseMs);
    },
    [lay],
  );
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
    drafts.current = {};
    clearTimeout(draftTimer.current);
    laying.current = laying.current.then(() => wipe(shelf)).catch(() => undefined);
  }, [shelf]);

  return { box, line, savedAt, isRecalled, add, update, pump, keepDraft, noteLine, clear };
}

/** The table's part of what is only here, or the private one. */
function wordsOf(box: Outbox, drafts: Readonly<Record<string, Draft>>, isPrivate: boolean): Words {
  const ofPart = Object.entries(drafts).filter(([lane]) => (lane !== "joint") === isPrivate);
  return { waiting: partOf(box, isPrivate), drafts: Object.fromEntries(ofPart) };
}
