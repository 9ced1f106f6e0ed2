import { and, eq, inArray } from "drizzle-orm";
import { invitations, type OfferedTime } from "@/db/schema/invitations";
import type { Act } from "../disputes/perform";

/**
 * Invitations still open get the new time and place in place of the old held offer. Gives the ids of the people asked, who
 * are to be told like everybody at the table.
 */
export async function moveOffers(
  { tx, countyId }: Pick<Act, "tx" | "countyId">,
  sessionId: string,
  held: OfferedTime,
): Promise<string[]> {
  const open = await tx
    .select({ id: invitations.id, personId: invitations.personId, offers: invitations.offers })
    .from(invitations)
    .where(
      and(
        eq(invitations.countyId, countyId),
        eq(invitations.sessionId, sessionId),
        inArray(invitations.status, ["sent", "seen"]),
      ),
    );
  for (const { id, offers } of open) {
    await tx
      .update(invitations)
      .set({ offers: [held, ...offers.filter((offer) => !offer.isHeld && offer.startsAt !== held.startsAt)] })
      .where(and(eq(invitations.countyId, countyId), eq(invitations.id, id)));
  }
  return open.map(({ personId }) => personId);
}
