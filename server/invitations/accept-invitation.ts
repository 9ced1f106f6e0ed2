import type { ActContext } from "../kernel/context";
import type { AcceptInvitationInput } from "./inputs";
import { answerInvitation } from "./parts/answer-invitation";
import { ownAnswer, writeAcceptance } from "./parts/write-answer";

/**
 * The invitee declares themselves free of ties (or waived) and accepts: they get their seat and hour in the session
 * they were asked to, which is confirmed when they were the last one needed. From now on they may read the brief.
 * Refuses with consentAwaited, noTieNeeded, waiverAwaited, hourChanged, tied, personTaken, invitationClosed.
 */
export function acceptInvitation(ctx: ActContext, input: AcceptInvitationInput): Promise<{ invitationId: string }> {
  return answerInvitation(ctx, "invitation.accept", input, (act, invitation) =>
    writeAcceptance(act, invitation, input, ownAnswer(act.now)),
  );
}
