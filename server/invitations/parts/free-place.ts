import { transitionOf } from "../../disputes/lifecycle";
import { type Act, proceedingOf } from "../../disputes/perform";
import type { NewJob } from "../../kernel/jobs";
import type { Invitation } from "./answer-invitation";

/** Whether the proceeding is at a stage where the system itself asks the next person. */
export function isStillGathering(act: Act): boolean {
  const { track, status } = proceedingOf(act);
  return transitionOf(track, "invitation.substitute")?.from.includes(status) ?? false;
}

/**
 * The job that asks the next person for a freed seat; run twice, it asks once. `leftSessionId` is set when the seat's
 * owner misses that session alone and stays in the dispute.
 */
export const substituteJob = ({ countyId, id }: Invitation, leftSessionId?: string): NewJob => ({
  task: "substituteInvitation",
  payload: { countyId, invitationId: id, ...(leftSessionId ? { leftSessionId } : {}) },
  jobKey: leftSessionId ? `substitute:${id}:${leftSessionId}` : `substitute:${id}`,
});
