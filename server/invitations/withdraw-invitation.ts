import { and, eq, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { WithdrawInvitationInput } from "./inputs";

const withdrawable: readonly string[] = ["sent", "seen", "accepted"];

/** Takes an invitation back. Whoever had accepted leaves the sessions still to come as well. */
export function withdrawInvitation(ctx: ActContext, input: WithdrawInvitationInput): Promise<{ invitationId: string }> {
  return perform(ctx, "invitation.withdraw", input, async (act) => {
    const { tx, countyId } = act;
    const proceedingId = proceedingOf(act).id;
    const one = and(
      eq(invitations.countyId, countyId),
      eq(invitations.id, input.invitationId),
      eq(invitations.proceedingId, proceedingId),
    );
    const [invitation] = await tx.select().from(invitations).where(one).for("update");
    if (!invitation) throw notFound();
    if (!withdrawable.includes(invitation.status)) throw conflict("invitationClosed", { status: invitation.status });
    await tx.update(invitations).set({ status: "withdrawn", answeredAt: null }).where(one);
    await tx.execute(sql`
      with booked as (select id from sessions where county_id = ${countyId}::uuid and proceeding_id = ${proceedingId}::uuid and status = 'booked'),
      freed as (delete from slots where county_id = ${countyId}::uuid and resource_id = ${invitation.personId}::uuid and session_id in (select id from booked))
      delete from session_people where county_id = ${countyId}::uuid and person_id = ${invitation.personId}::uuid and session_id in (select id from booked)`);
    return {
      result: { invitationId: invitation.id },
      payload: {
        invitation: invitation.id,
        person: invitation.personId,
        force: invitation.forceCode,
        was: invitation.status,
      },
    };
  });
}
