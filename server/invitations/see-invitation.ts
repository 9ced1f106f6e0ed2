import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { OwnInvitationInput } from "./inputs";
import { answerInvitation } from "./parts/answer-invitation";

/** The invitee opened the card; the board shows it. Once only. */
export function seeInvitation(ctx: ActContext, input: OwnInvitationInput): Promise<{ seenAt: string }> {
  return answerInvitation(ctx, "invitation.see", input, async ({ tx, countyId, now }, invitation) => {
    if (invitation.seenAt) throw conflict("alreadySeen");
    await tx
      .update(invitations)
      .set({ status: "seen", seenAt: now })
      .where(and(eq(invitations.countyId, countyId), eq(invitations.id, invitation.id)));
    return { result: { seenAt: now.toISOString() }, payload: { invitation: invitation.id } };
  });
}
