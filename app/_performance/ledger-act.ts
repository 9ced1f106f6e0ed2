import type { Contest } from "@/server/performance/parts/contests-of";
import type { ObligationLedger, PerformanceProof } from "@/server/performance/reads/ledger";

/** The entry that one of the page's dialogs was opened for. */
export type LedgerAct =
  | { kind: "record"; obligation: ObligationLedger; partyId?: string }
  | { kind: "urge" | "waive" | "breach"; obligation: ObligationLedger }
  /** What was claimed and is recorded now. */
  | { kind: "recordClaim"; obligation: ObligationLedger; contest: Contest }
  | { kind: "claim"; obligation: ObligationLedger }
  | { kind: "deny"; obligation: ObligationLedger; entry: PerformanceProof }
  | { kind: "endContest"; contest: Contest }
  | { kind: "prove"; entry: PerformanceProof }
  | { kind: "correct"; entry: PerformanceProof }
  | { kind: "renegotiate" }
  | { kind: "visit" }
  | { kind: "close" };
