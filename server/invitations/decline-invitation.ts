import type { ActContext } from "../kernel/context";
import type { DeclineInvitationInput } from "./inputs";
import { answerInvitation } from "./parts/answer-invitation";
import { ownAnswer, writeRefusal } from "./parts/write-answer";

/** Whoever has accepted may still say that they cannot come, signed in or by their link. */
const fromAll = ["sent", "seen", "accepted"] as const;

/**
 * The invitee declines with a reason, even after they had accepted. Their seat and hour are free again, they can no
 * longer read the dispute, and the system asks the next person. Where the proceeding asks nobody any more the quorum
 * is settled at once.
 */
export function declineInvitation(ctx: ActContext, input: DeclineInvitationInput): Promise<{ invitationId: string }> {
  return answerInvitation(
    ctx,
    "invitation.decline",
    input,
    (act, invitation) => writeRefusal(act, invitation, input, ownAnswer(act.now)),
    fromAll,
  );
}
