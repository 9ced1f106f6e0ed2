import { and, eq, isNull } from "drizzle-orm";
import { invitationLinks } from "@/db/schema/invitations";
import type { Act } from "../../disputes/perform";

/** Revokes every link to an invitation; gives how many. */
export async function revokeLinks({ tx, countyId, now }: Act, invitationId: string): Promise<number> {
  const killed = await tx
    .update(invitationLinks)
    .set({ revokedAt: now })
    .where(
      and(
        eq(invitationLinks.countyId, countyId),
        eq(invitationLinks.invitationId, invitationId),
        isNull(invitationLinks.revokedAt),
      ),
    )
    .returning({ id: invitationLinks.id });
  return killed.length;
}
