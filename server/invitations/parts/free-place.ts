import { transitionOf } from "../../disputes/lifecycle";
import { type Act, proceedingOf } from "../../disputes/perform";
import type { NewJob } from "../../kernel/jobs";
import type { Invitation } from "./answer-invitation";

/** Does the matter stand where somebody else is asked by itself? */
export function isStillGathering(act: Act): boolean {
  const { track, status } = proceedingOf(act);
  return transitionOf(track, "invitation.substitute")?.from.includes(status) ?? false;
}

/**
 * The job that asks the next one for a seat that came free; running it twice asks once. `leftSessionId` is the one
 * session its owner does not come to, while they stay in the matter.
 */
export const substituteJob = ({ countyId, id }: Invitation, leftSessionId?: string): NewJob => ({
  task: "substituteInvitation",
  payload: { countyId, invitationId: id, ...(leftSessionId ? { leftSessionId } : {}) },
  jobKey: leftSessionId ? `substitute:${id}:${leftSessionId}` : `substitute:${id}`,
});
