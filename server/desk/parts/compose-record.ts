import type { DeskCard } from "../reads/desk";

export interface RecordLine {
  text: string;
  /** The name of the speaker; null where there is none. */
  speaker: string | null;
}
/** What a joint record may contain from the desk; the page gives the sections their headings. */
export interface RecordDraft {
  issues: RecordLine[];
  facts: RecordLine[];
  agreed: RecordLine[];
}

/**
 * A neutral draft of the joint record from the desk's cards: issues, facts, and what was agreed. Offers that were not
 * agreed, withdrawn words, claims and every private card are left out: a concession must not be used against its maker.
 */
export function composeRecord(
  cards: readonly Pick<DeskCard, "lane" | "kind" | "state" | "text" | "speaker">[],
): RecordDraft {
  const shown = cards.filter((card) => card.lane === "joint" && card.state !== "withdrawn" && card.text);
  const of = (kind: DeskCard["kind"]) => shown.filter((card) => card.kind === kind);
  const line = ({ text, speaker }: { text: string | null; speaker: string | null }) => ({ text: text ?? "", speaker });
  return {
    issues: of("issue").map(line),
    facts: of("fact").map(line),
    agreed: of("proposal")
      .filter((card) => card.state === "agreed")
      .map(line),
  };
}
