import type { ActContext } from "../kernel/context";
import type { TriageDisputeInput } from "./inputs";
import { decideTrack } from "./parts/decide-track";
import { perform } from "./perform";

/**
 * Answers what of the mandatory questions is still open and opens a proceeding on a track, or does not accept the dispute
 * with a reason (若干规定 22, 24). What is not clear closes what a "yes" would close (clearFirst). A matter a court has
 * decided never enters people's mediation; one that it has filed only where the court entrusts it. What was taken up,
 * or refused, earlier says on which day (dayInFuture, dayTooEarly).
 */
export function triageDispute(ctx: ActContext, input: TriageDisputeInput): Promise<{ proceedingId: string | null }> {
  return perform(ctx, "dispute.triage", input, decideTrack);
}
