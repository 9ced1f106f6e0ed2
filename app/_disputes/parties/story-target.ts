import type { PartyOnPage } from "@/server/disputes/reads/dispute-page";

/** The party whose story goes on, and the others of the dispute. */
export interface StoryTarget {
  disputeId: string;
  version?: number;
  party: PartyOnPage;
  others: readonly PartyOnPage[];
}
