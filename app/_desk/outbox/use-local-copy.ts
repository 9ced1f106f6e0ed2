"use client";
import { type RefObject, useCallback, useRef } from "react";
import type { Drafts } from "./draft-store";
import type { Draft } from "./drafts";
import { type Outbox, partOf } from "./outbox";
import { type DraftStoreEntry, keep, type Words, wipe } from "./unsent-store";

const draftPauseMs = 800;

/** Keeps a copy on this device of what the server does not have: after each change, for drafts after a pause. */
export function useLocalCopy({ draftStore, secret }: DraftStoreEntry, box: RefObject<Outbox>) {
  const drafts = useRef<Drafts>({});
  const draftTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // One save after the other: an older state must not overwrite a newer one.
  const saving = useRef<Promise<void>>(Promise.resolve());
  const save = useCallback(() => {
    saving.current = saving.current
      .then(() =>
        keep(
          { draftStore, secret },
          wordsOf(box.current, drafts.current, false),
          wordsOf(box.current, drafts.current, true),
        ),
      )
      .catch(() => undefined);
  }, [draftStore, secret, box]);
  const keepDraft = useCallback(
    (lane: string, next: Draft) => {
      drafts.current = { ...drafts.current, [lane]: next };
      clearTimeout(draftTimer.current);
      draftTimer.current = setTimeout(save, draftPauseMs);
    },
    [save],
  );
  /** Adds drafts found on the device to those typed since. */
  const addFound = useCallback((found: Drafts) => {
    drafts.current = { ...found, ...drafts.current };
    return drafts.current;
  }, []);
  const deleteCopy = useCallback(() => {
    drafts.current = {};
    clearTimeout(draftTimer.current);
    saving.current = saving.current.then(() => wipe(draftStore)).catch(() => undefined);
  }, [draftStore]);
  return { save, keepDraft, addFound, deleteCopy };
}

/** What the server does not have, either of the joint lane or of the private lanes. */
function wordsOf(box: Outbox, drafts: Drafts, isPrivate: boolean): Words {
  const ofPart = Object.entries(drafts).filter(([lane]) => (lane !== "joint") === isPrivate);
  return { waiting: partOf(box, isPrivate), drafts: Object.fromEntries(ofPart) };
}
