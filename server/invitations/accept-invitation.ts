import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import type { ActContext } from "../kernel/context";
import { conflict, invalid } from "../kernel/problem";
import { answerInvitation } from "./answer-invitation";
import type { AcceptInvitationInput } from "./inputs";

/** What the ticked sentence says; another wording gets another code. */
const noTieDeclaration = "noKinshipAgencyEmployer";

/** The invitee declares himself free of ties and comes; from now on he sees the brief. */
export function acceptInvitation(ctx: ActContext, input: AcceptInvitationInput): Promise<{ invitationId: string }> {
  return answerInvitation(ctx, "invitation.accept", input, async ({ tx, countyId, now }, invitation) => {
    if (!input.declaresNoTie) throw invalid("noTieNeeded");
    if (invitation.answerBy <= now) throw conflict("invitationClosed", { status: "expired" });
    await tx
      .update(invitations)
      .set({ status: "accepted", seenAt: invitation.seenAt ?? now, answeredAt: now, noTieDeclared: noTieDeclaration })
      .where(and(eq(invitations.countyId, countyId), eq(invitations.id, invitation.id)));
    return {
      result: { invitationId: invitation.id },
      payload: { invitation: invitation.id, force: invitation.forceCode },
    };
  });
}
