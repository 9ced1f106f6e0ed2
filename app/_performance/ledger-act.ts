import type { ObligationLedger } from "@/server/performance/reads/ledger";

/** What one of the page's dialogs is open on. */
export type LedgerAct =
  | { kind: "record" | "urge"; obligation: ObligationLedger }
  | { kind: "visit" }
  | { kind: "close" };
