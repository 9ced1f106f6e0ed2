"use client";
import { type RefObject, useCallback, useRef } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { pauseAfter } from "@/app/_trpc/pause-after";
import { arrived, clashed, type DeskAct, marked, nextOf, type Outbox, turnedDown } from "./outbox";
import { sendAct } from "./send-act";

export type ConnectionState = "up" | "down" | "signedOut";

/** Called with the results of sending. */
export interface SendEvents {
  /** An act is on the server, which returned the card's version. */
  onArrived: (act: DeskAct, version: number) => void;
  /** Another person changed the card: the desk has to be read again. */
  onClash: () => void;
}

interface SenderOptions {
  box: RefObject<Outbox>;
  update: (change: (box: Outbox) => Outbox) => void;
  events: RefObject<SendEvents>;
  setConnectionState: (connectionState: ConnectionState) => void;
  setSavedAt: (at: Date) => void;
}

/** Sends the waiting acts one after the other, in the order they were done; without connection again after a pause. */
export function useSender({ box, update, events, setConnectionState, setSavedAt }: SenderOptions) {
  const client = useTRPCClient();
  const isRunning = useRef(false);
  const failures = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const sendWaiting = useCallback(async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    clearTimeout(timer.current);
    try {
      for (let next = nextOf(box.current); next; next = nextOf(box.current)) {
        const { key } = next;
        update((all) => marked(all, key, true));
        const outcome = await sendAct(client, next);
        if (outcome.is === "away") {
          failures.current += 1;
          update((all) => marked(all, key, false));
          setConnectionState(outcome.isSignedOut ? "signedOut" : "down");
          timer.current = setTimeout(() => void sendWaiting(), pauseAfter(failures.current));
          return;
        }
        failures.current = 0;
        setConnectionState("up");
        if (outcome.is === "arrived") {
          // Shown first and taken off the queue after, so that the card never disappears in between.
          events.current.onArrived(next.act, outcome.version);
          setSavedAt(new Date());
          update((all) => arrived(all, key, outcome.version));
        } else if (outcome.is === "clash") {
          update((all) => clashed(all, key));
          events.current.onClash();
        } else {
          update((all) => turnedDown(all, key, outcome.code, outcome.params));
        }
      }
    } finally {
      isRunning.current = false;
    }
  }, [client, box, update, events, setConnectionState, setSavedAt]);
  const stopRetry = useCallback(() => clearTimeout(timer.current), []);
  return { sendWaiting, stopRetry };
}
