import type { PartyKind } from "@/db/vocabulary";

/** The party a dialog is about. */
export interface PartyTarget {
  disputeId: string;
  version?: number;
  party: {
    id: string;
    version: number;
    name: string;
    kind: PartyKind;
    isMinor: boolean;
    address: string;
    employer: string;
  };
}
