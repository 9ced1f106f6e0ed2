import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import type { ActContext } from "../kernel/context";
import { answerInvitation } from "./answer-invitation";
import type { DeclineInvitationInput } from "./inputs";

/** The invitee cannot come and says why; his seat is free again and he loses sight of the matter. */
export function declineInvitation(ctx: ActContext, input: DeclineInvitationInput): Promise<{ invitationId: string }> {
  return answerInvitation(ctx, "invitation.decline", input, async ({ tx, countyId, now }, invitation) => {
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
    return {
      result: { invitationId: invitation.id },
      payload: { invitation: invitation.id, force: invitation.forceCode, reason: input.reason },
    };
  });
}
