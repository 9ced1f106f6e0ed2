import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { revokeLinks } from "../access/new-link";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { InvitationLinkInput } from "./inputs";

/** Revokes the link to an invitation and ends its open visit. Refuses with noLink. */
export function revokeLink(ctx: ActContext, input: InvitationLinkInput): Promise<{ invitationId: string }> {
  return perform(ctx, "invitation.revokeLink", input, async (act) => {
    const [invitation] = await act.tx
      .select({ id: invitations.id })
      .from(invitations)
      .where(
        and(
          eq(invitations.countyId, act.countyId),
          eq(invitations.proceedingId, proceedingOf(act).id),
          eq(invitations.id, input.invitationId),
        ),
      );
    if (!invitation) throw notFound();
    if ((await revokeLinks(act.tx, act.countyId, { invitationId: invitation.id }, act.now)) === 0)
      throw conflict("noLink");
    return { result: { invitationId: invitation.id }, payload: { invitation: invitation.id } };
  });
}
