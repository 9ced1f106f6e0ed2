import type { Draft } from "./drafts";

export type Drafts = Readonly<Record<string, Draft>>;

/** Drafts by lane, kept outside React state: a keystroke redraws only subscribers. */
export interface DraftStore {
  all: () => Drafts;
  change: (next: (all: Drafts) => Drafts) => void;
  subscribe: (listener: () => void) => () => void;
}

export function draftStore(): DraftStore {
  let drafts: Drafts = {};
  const listeners = new Set<() => void>();
  return {
    all: () => drafts,
    change(next) {
      drafts = next(drafts);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Drafts found on this device; what has been typed meanwhile takes precedence. */
export const recalledUnder = (kept: Drafts, typed: Drafts): Drafts => ({
  ...kept,
  ...Object.fromEntries(Object.entries(typed).filter(([, { text }]) => text)),
});
