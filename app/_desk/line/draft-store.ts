import type { Draft } from "./drafts";

export type Drafts = Readonly<Record<string, Draft>>;

/** The half-typed words by lane, outside of React's state: a keystroke redraws only who subscribes. */
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

/** Words found on this machine; what has been typed meanwhile stands over them. */
export const recalledUnder = (kept: Drafts, typed: Drafts): Drafts => ({
  ...kept,
  ...Object.fromEntries(Object.entries(typed).filter(([, { text }]) => text)),
});
