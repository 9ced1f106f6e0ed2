import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import type { ActContext } from "../kernel/context";
import type { DeclineInvitationInput } from "./inputs";
import { answerInvitation } from "./parts/answer-invitation";
import { isStillGathering, substituteJob } from "./parts/free-place";
import { releaseSeats, settleSeats } from "./parts/release-seat";

/** A guest's link ends with their answer; whoever signs in may change their mind. */
const fromAll = ["sent", "seen", "accepted"] as const;

/**
 * The invitee declines with a reason, even after they had accepted. Their seat and hour are free again, they can no
 * longer read the dispute, and the system asks the next person. Where the proceeding asks nobody any more the quorum
 * is settled at once.
 */
export function declineInvitation(ctx: ActContext, input: DeclineInvitationInput): Promise<{ invitationId: string }> {
  const decline: Parameters<typeof answerInvitation<{ invitationId: string }>>[3] = async (act, invitation) => {
    const { tx, countyId, now } = act;
    const freed = await releaseSeats(act, invitation.personId);
    await tx
      .update(invitations)
      .set({
        status: "declined",
        seenAt: invitation.seenAt ?? now,
        answeredAt: now,
        declineReason: input.reason,
        declineNote: input.note,
      })
      .where(and(eq(invitations.countyId, countyId), eq(invitations.id, invitation.id)));
    const isAskedOn = isStillGathering(act);
    const settled = isAskedOn ? {} : await settleSeats(act, [invitation.sessionId, ...freed]);
    return {
      result: { invitationId: invitation.id },
      payload: {
        invitation: invitation.id,
        force: invitation.forceCode,
        reason: input.reason,
        ...(invitation.status === "accepted" ? { was: "accepted" } : {}),
        ...settled,
      },
      jobs: isAskedOn ? [substituteJob(invitation)] : [],
    };
  };
  return answerInvitation(ctx, "invitation.decline", input, decline, ctx.actor.link ? undefined : fromAll);
}
