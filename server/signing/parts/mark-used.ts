import { and, eq, isNull } from "drizzle-orm";
import { invitationLinks } from "@/db/schema/invitations";
import type { Act } from "../../disputes/perform";

/** Marks the link to a request as used, within its act: it signs nothing anew, and opens until the paper is in force and after. */
export const markUsed = ({ tx, countyId, now }: Act, requestId: string): Promise<unknown> =>
  tx
    .update(invitationLinks)
    .set({ usedAt: now })
    .where(
      and(
        eq(invitationLinks.countyId, countyId),
        eq(invitationLinks.requestId, requestId),
        isNull(invitationLinks.usedAt),
      ),
    );
