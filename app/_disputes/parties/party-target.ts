import type { PartyKind } from "@/db/vocabulary";
import type { Particulars } from "@/server/disputes/reads/dispute-page";
import type { Capacity } from "./capacity-fields";

/** The party a dialog is about. */
export interface PartyTarget {
  disputeId: string;
  version?: number;
  party: {
    id: string;
    version: number;
    name: string;
    kind: PartyKind;
    needsGuardian: boolean;
    capacity: Capacity;
    address: string;
    employer: string;
    particulars: Particulars;
  };
}
