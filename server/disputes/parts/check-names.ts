import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { disputeFacts, disputes } from "@/db/schema/disputes";
import { partiesNamedIn } from "../../access/party-as-read";
import { conflict } from "../../kernel/problem";

/**
 * Refuses a neutral summary that names a party, and a title that names a minor: invitees read the one before they
 * accept, every list shows the other (未成年人保护法 103). Asked after each act that writes either or a party's name.
 * Refuses with summaryNamesParty, titleNamesMinor.
 */
export async function checkNames(tx: Tx, of: { countyId: string; disputeId: string }): Promise<void> {
  const [shown] = await tx
    .select({ title: disputes.title, summary: disputeFacts.neutralSummary })
    .from(disputes)
    .innerJoin(disputeFacts, and(eq(disputeFacts.countyId, disputes.countyId), eq(disputeFacts.disputeId, disputes.id)))
    .where(and(eq(disputes.countyId, of.countyId), eq(disputes.id, of.disputeId)));
  if (!shown) return;
  const named = await partiesNamedIn(tx, of, { byAnyone: shown.summary, byMinors: shown.title });
  if (named.byAnyone) throw conflict("summaryNamesParty");
  if (named.byMinors) throw conflict("titleNamesMinor");
}
