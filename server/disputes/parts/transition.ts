import type { ProceedingStatus } from "@/db/vocabulary";
import type { DisputeAction } from "../../access/policy";
import type { Requirement } from "../requirements";

/** One named transition. Without `to` and `may` the status stays. */
export interface Transition {
  from: readonly ProceedingStatus[];
  /** The status it leads to, always or by the present status (a status not named stays). */
  to?: ProceedingStatus | Partial<Record<ProceedingStatus, ProceedingStatus>>;
  /** Statuses the verb may choose instead of staying, by the facts of the act. */
  may?: readonly ProceedingStatus[] | Partial<Record<ProceedingStatus, readonly ProceedingStatus[]>>;
  needs?: readonly Requirement[];
  /** Legal basis; `npm run docs` shows it in docs/lifecycle.md. */
  law?: string;
}
/** A transition is an act on the dispute, and leaves its event. */
export type TrackLifecycle = Partial<Record<DisputeAction, Transition>>;
