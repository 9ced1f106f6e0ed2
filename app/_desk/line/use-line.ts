"use client";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { v7 } from "uuid";
import { concern } from "../concern";
import type { DeskState } from "../desk";
import type { Where } from "../use-desk-state";
import { type DraftStore, type Drafts, draftStore, recalledUnder } from "./draft-store";
import { type LeftWord, laid, leftIn, leftWords } from "./outbox";
import { outcomeOf } from "./send-act";
import { useOutbox } from "./use-outbox";
import { draftStoreKey } from "./words-store";

/** The connection to the server: its state, the unsent acts, and the drafts. */
export type DeskLine = ReturnType<typeof useOutbox> & {
  drafts: DraftStore;
  /** Discards everything that has not reached the server. */
  forget: () => void;
};

export const [LineContext, useLine] = concern<DeskLine>("line");

interface LineOptions {
  personId: string;
  where: Where;
  secret: string;
  patch: (change: (before: DeskState) => DeskState) => void;
  look: () => Promise<unknown>;
  /** When the state was last read, and the error of the last read. */
  readAt: number;
  error: unknown;
}

export function useDeskLine({ personId, where, secret, patch, look, readAt, error }: LineOptions): DeskLine {
  const [drafts] = useState(draftStore);
  const outbox = useOutbox({
    draftStore: draftStoreKey(personId, where.sessionId),
    secret,
    newKey: v7,
    onArrived: (act, version) => patch((before) => ({ ...before, cards: laid(before.cards, act, version) })),
    onRecalled: (kept) => drafts.change((typed) => recalledUnder(kept, typed)),
    onClash: () => void look(),
  });
  const { noteLine, clear } = outbox;
  useEffect(() => {
    if (readAt) noteLine(true);
  }, [readAt, noteLine]);
  useEffect(() => {
    if (error && outcomeOf(error).is === "away") noteLine(false);
  }, [error, noteLine]);
  const forget = useCallback(() => {
    drafts.change(() => ({}));
    clear();
  }, [drafts, clear]);
  return useMemo(() => ({ ...outbox, drafts, forget }), [outbox, drafts, forget]);
}

/** A value derived from the drafts; redraws only when that value changes. */
export function useOfDrafts<T>(read: (all: Drafts) => T): T {
  const { drafts } = useLine();
  const snapshot = () => read(drafts.all());
  return useSyncExternalStore(drafts.subscribe, snapshot, snapshot);
}

/** True if only this device has words of a private lane. The connection banner warns that they would be lost. */
export function useHasPrivateWords(): boolean {
  const { box } = useLine();
  const isHalfTyped = useOfDrafts((all) =>
    Object.entries(all).some(([key, one]) => key !== "joint" && one.text.trim() !== ""),
  );
  return isHalfTyped || leftIn(box).some((one) => one.isPrivate);
}

/** Words written here that the server does not have; null until the copy on this device has been read. */
export function useLeftWords(): LeftWord[] | null {
  const { box, isRecalled } = useLine();
  const all = useOfDrafts((drafts) => drafts);
  return useMemo(() => (isRecalled ? leftWords(box, all) : null), [isRecalled, box, all]);
}
