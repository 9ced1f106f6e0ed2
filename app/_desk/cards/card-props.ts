import type { ShownCard } from "../line/outbox";

/** What the columns tell each card of theirs. */
export interface CardProps {
  card: ShownCard;
  /** Its lane is the chosen one: it may be answered and changed. */
  isInLane: boolean;
  /** Number of an issue; 0 where none is said. */
  ordinal: number;
  /** Place in its chain of counter-offers, and of the one it answers; 0 where none is said. */
  draft: number;
  answered: number;
}
