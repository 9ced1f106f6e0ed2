import type { RecordDraft, RecordLine } from "@/server/desk/parts/compose-record";

export interface RecordHeads {
  issues: string;
  facts: string;
  agreed: string;
  notes: string;
  /** "{speaker}：{text}" in the reader's language. */
  said: (speaker: string, text: string) => string;
}

const most = 8000;

export interface FirstWords {
  text: string;
  /** Cards for which the record had no room. */
  left: number;
}

/**
 * The first text of the joint record, from the joint cards: issues, facts, what was agreed. Proposals nobody accepted
 * and all private words are left out. If the record is too short for all, notes are dropped first, then facts,
 * then issues, the last ones of each; what was agreed is dropped last.
 */
export function recordText(draft: RecordDraft & { notes: RecordLine[] }, heads: RecordHeads): FirstWords {
  const parts = (["issues", "facts", "agreed", "notes"] as const).map((name) => ({
    name,
    head: heads[name],
    lines: draft[name].map(({ speaker, text }, i) => `${i + 1}. ${speaker ? heads.said(speaker, text) : text}`),
  }));
  const words = () =>
    parts.flatMap(({ head, lines }) => (lines.length === 0 ? [] : [[head, ...lines].join("\n")])).join("\n\n");
  let left = 0;
  for (const name of ["notes", "facts", "issues", "agreed"] as const) {
    const lines = parts.find((part) => part.name === name)?.lines ?? [];
    while (lines.length > 0 && words().length > most) {
      lines.pop();
      left += 1;
    }
  }
  return { text: words(), left };
}
