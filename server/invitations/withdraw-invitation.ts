import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { WithdrawInvitationInput } from "./inputs";
import { releaseSeats, settleSeats } from "./parts/release-seat";
import { ownAnswer } from "./parts/write-answer";

const withdrawable: readonly string[] = ["sent", "seen", "accepted"];

/**
 * Takes an invitation back. A person who had accepted also leaves the sessions still to come. The system asks nobody
 * in their place, since the lead is at work and can choose.
 */
export function withdrawInvitation(ctx: ActContext, input: WithdrawInvitationInput): Promise<{ invitationId: string }> {
  return perform(ctx, "invitation.withdraw", input, async (act) => {
    const { tx, countyId } = act;
    const one = and(
      eq(invitations.countyId, countyId),
      eq(invitations.id, input.invitationId),
      eq(invitations.proceedingId, proceedingOf(act).id),
    );
    const [invitation] = await tx.select().from(invitations).where(one).for("update");
    if (!invitation) throw notFound();
    if (!withdrawable.includes(invitation.status)) throw conflict("invitationClosed", { status: invitation.status });
    await tx
      .update(invitations)
      .set({ status: "withdrawn", ...ownAnswer(act.now), answeredAt: null })
      .where(one);
    const freed = await releaseSeats(act, invitation.personId);
    return {
      result: { invitationId: invitation.id },
      payload: {
        invitation: invitation.id,
        person: invitation.personId,
        force: invitation.forceCode,
        was: invitation.status,
        ...(await settleSeats(act, [invitation.sessionId, ...freed])),
      },
    };
  });
}
