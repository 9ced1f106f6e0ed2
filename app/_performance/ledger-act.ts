import type { ObligationLedger } from "@/server/performance/reads/ledger";

/** The entry that one of the page's dialogs was opened for. */
export type LedgerAct =
  | { kind: "record" | "urge"; obligation: ObligationLedger }
  | { kind: "visit" }
  | { kind: "close" };
