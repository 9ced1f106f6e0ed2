import { and, eq, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { RemindInviteeInput } from "./inputs";
import { remindPauseMs } from "./parts/remind-pause";

/**
 * Asks a person who has not answered once more, through the same channels as the invitation. Refused when they have
 * answered or their time is over (invitationClosed), and within four hours of the last message (remindedLately).
 */
export function remindInvitee(ctx: ActContext, input: RemindInviteeInput): Promise<{ invitationId: string }> {
  return perform(ctx, "invitation.remind", input, async (act) => {
    const { tx, countyId, dispute, now } = act;
    const [invitation] = await tx
      .select()
      .from(invitations)
      .where(
        and(
          eq(invitations.countyId, countyId),
          eq(invitations.id, input.invitationId),
          eq(invitations.proceedingId, proceedingOf(act).id),
        ),
      )
      .for("update");
    if (!invitation) throw notFound();
    if (invitation.status !== "sent" && invitation.status !== "seen")
      throw conflict("invitationClosed", { status: invitation.status });
    if (invitation.answerBy <= now) throw conflict("invitationClosed", { status: "expired" });
    const [last] = await tx.execute<{ at: string | null }>(sql`
      select max(at_us)::text as at from events where county_id = ${countyId}::uuid and dispute_id = ${dispute.id}::uuid
        and action = 'invitation.remind' and payload::jsonb->>'invitation' = ${invitation.id}`);
    const lastAsked = Math.max(invitation.sentAt.getTime(), Number(last?.at ?? 0) / 1_000);
    const left = lastAsked + remindPauseMs - now.getTime();
    if (left > 0) throw conflict("remindedLately", { minutes: Math.ceil(left / 60_000) });
    return {
      result: { invitationId: invitation.id },
      payload: { invitation: invitation.id, person: invitation.personId, force: invitation.forceCode },
    };
  });
}
