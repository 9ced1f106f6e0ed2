import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import type { ActContext } from "../kernel/context";
import type { ProposeTimesInput } from "./inputs";
import { answerInvitation } from "./parts/answer-invitation";
import { checkTimes } from "./parts/check-times";

/**
 * The invitee proposes up to five other times; the invitation stays waiting and the lead sees the times on the board.
 * A second proposal replaces the first. Refuses with startBeforeEnd, sessionInPast, sessionTooFar.
 */
export function proposeTimes(ctx: ActContext, input: ProposeTimesInput): Promise<{ invitationId: string }> {
  return answerInvitation(ctx, "invitation.propose", input, async ({ tx, countyId, now, rules }, invitation) => {
    const proposals = checkTimes(input.times, now, rules["convening.windowDays"]);
    const seen = { status: "seen" as const, seenAt: invitation.seenAt ?? now };
    await tx
      .update(invitations)
      .set({ ...seen, proposals, proposalNote: input.note, proposedAt: now })
      .where(and(eq(invitations.countyId, countyId), eq(invitations.id, invitation.id)));
    return {
      result: { invitationId: invitation.id },
      payload: {
        invitation: invitation.id,
        person: invitation.personId,
        force: invitation.forceCode,
        times: proposals.map((time) => time.startsAt),
      },
    };
  });
}
