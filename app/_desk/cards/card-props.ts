import type { ShownCard } from "../outbox/outbox";

/** What the columns pass to each card. */
export interface CardProps {
  card: ShownCard;
  /** Its lane is the chosen one: it may be answered and changed. */
  isInLane: boolean;
  /** Number of an issue; 0 for other cards. */
  ordinal: number;
  /** Position in its chain of counter-offers, and that of the card it answers; 0 where there is none. */
  draft: number;
  answered: number;
}
