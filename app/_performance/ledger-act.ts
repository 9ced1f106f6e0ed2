import type { ObligationLedger, PerformanceProof } from "@/server/performance/reads/ledger";

/** The entry that one of the page's dialogs was opened for. */
export type LedgerAct =
  | { kind: "record"; obligation: ObligationLedger; partyId?: string }
  | { kind: "urge" | "waive" | "breach"; obligation: ObligationLedger }
  | { kind: "correct"; entry: PerformanceProof }
  | { kind: "renegotiate" }
  | { kind: "visit" }
  | { kind: "close" };
