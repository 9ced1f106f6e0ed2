"use client";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { v7 } from "uuid";
import { concern } from "../concern";
import type { DeskState } from "../desk";
import type { Where } from "../use-desk-state";
import { type DraftStore, type Drafts, draftStore, recalledUnder } from "./draft-store";
import { laid, type UnsentWord, unsentIn, unsentWords } from "./outbox";
import { outcomeOf } from "./send-act";
import { draftStoreKey } from "./unsent-store";
import { useOutbox } from "./use-outbox";

/** The connection to the server: its state, the unsent acts, and the drafts. */
export type DeskConnection = ReturnType<typeof useOutbox> & {
  drafts: DraftStore;
  /** Discards everything that has not reached the server. */
  forget: () => void;
};

export const [ConnectionContext, useConnection] = concern<DeskConnection>("connection");

interface ConnectionOptions {
  personId: string;
  where: Where;
  secret: string;
  patch: (change: (before: DeskState) => DeskState) => void;
  look: () => Promise<unknown>;
  /** When the state was last read, and the error of the last read. */
  readAt: number;
  error: unknown;
}

export function useDeskConnection({
  personId,
  where,
  secret,
  patch,
  look,
  readAt,
  error,
}: ConnectionOptions): DeskConnection {
  const [drafts] = useState(draftStore);
  const outbox = useOutbox({
    draftStore: draftStoreKey(personId, where.sessionId),
    secret,
    newKey: v7,
    onArrived: (act, version) => patch((before) => ({ ...before, cards: laid(before.cards, act, version) })),
    onRecalled: (kept) => drafts.change((typed) => recalledUnder(kept, typed)),
    onClash: () => void look(),
  });
  const { noteConnection, clear } = outbox;
  useEffect(() => {
    if (readAt) noteConnection(true);
  }, [readAt, noteConnection]);
  useEffect(() => {
    if (error && outcomeOf(error).is === "away") noteConnection(false);
  }, [error, noteConnection]);
  const forget = useCallback(() => {
    drafts.change(() => ({}));
    clear();
  }, [drafts, clear]);
  return useMemo(() => ({ ...outbox, drafts, forget }), [outbox, drafts, forget]);
}

/** A value derived from the drafts; redraws only when that value changes. */
export function useOfDrafts<T>(read: (all: Drafts) => T): T {
  const { drafts } = useConnection();
  const snapshot = () => read(drafts.all());
  return useSyncExternalStore(drafts.subscribe, snapshot, snapshot);
}

/** True if only this device has words of a private lane. The connection banner warns that they would be lost. */
export function useHasPrivateWords(): boolean {
  const { box } = useConnection();
  const isHalfTyped = useOfDrafts((all) =>
    Object.entries(all).some(([key, one]) => key !== "joint" && one.text.trim() !== ""),
  );
  return isHalfTyped || unsentIn(box).some((one) => one.isPrivate);
}

/** Words written here that the server does not have; null until the copy on this device has been read. */
export function useUnsentWords(): UnsentWord[] | null {
  const { box, isRecalled } = useConnection();
  const all = useOfDrafts((drafts) => drafts);
  return useMemo(() => (isRecalled ? unsentWords(box, all) : null), [isRecalled, box, all]);
}
