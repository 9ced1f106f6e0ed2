"use client";
import { type RefObject, useCallback, useRef } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { arrived, clashed, type DeskAct, marked, nextOf, type Outbox, pauseAfter, turnedDown } from "./outbox";
import { sendAct } from "./send-act";

export type Line = "up" | "down" | "signedOut";

/** What comes of sending. */
export interface PumpEvents {
  /** An act is on the server, with the card's version there. */
  onArrived: (act: DeskAct, version: number) => void;
  /** Somebody else changed a card: look at the desk anew. */
  onClash: () => void;
}

interface PumpOptions {
  box: RefObject<Outbox>;
  update: (change: (box: Outbox) => Outbox) => void;
  events: RefObject<PumpEvents>;
  setLine: (line: Line) => void;
  setSavedAt: (at: Date) => void;
}

/** Sends what waits, one after the other, in the order it was done; again after a pause when the line is down. */
export function usePump({ box, update, events, setLine, setSavedAt }: PumpOptions) {
  const client = useTRPCClient();
  const isRunning = useRef(false);
  const failures = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const pump = useCallback(async () => {
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
          setLine(outcome.isSignedOut ? "signedOut" : "down");
          timer.current = setTimeout(() => void pump(), pauseAfter(failures.current));
          return;
        }
        failures.current = 0;
        setLine("up");
        if (outcome.is === "arrived") {
          // First onto the desk, then off the queue: the card never blinks.
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
  }, [client, box, update, events, setLine, setSavedAt]);
  const rest = useCallback(() => clearTimeout(timer.current), []);
  return { pump, rest };
}
