import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { parties } from "@/db/schema/parties";
import type { ActContext } from "../kernel/context";
import { updateInVersion } from "../kernel/in-version";
import { conflict, notFound } from "../kernel/problem";
import { sayWhy } from "../kernel/say-why";
import { partyInput, type splitPartyInput } from "./inputs";
import { addParties } from "./parts/add-parties";
import { retitledAfter } from "./parts/amend-title";
import { nextPosition } from "./parts/next-position";
import { perform } from "./perform";

/**
 * One row is two people: it keeps one of them with everything that was said and signed, the other gets a row of their own on
 * the same side and is told and asked like anybody. Refuses notFound, changedMeanwhile, partyDeparted, summaryNamesParty.
 */
export function splitParty(
  ctx: ActContext,
  input: z.output<typeof splitPartyInput>,
): Promise<{ partyId: string; version: number }> {
  return perform(ctx, "party.split", input, async ({ tx, countyId, dispute, now, rules }) => {
    const { partyId, partyVersion, name, otherName, otherPhone, reason } = input;
    const ofParty = and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id), eq(parties.id, partyId));
    const [one] = await tx
      .select({ side: parties.side, standing: parties.standing, departedAt: parties.departedAt })
      .from(parties)
      .where(ofParty);
    if (!one) throw notFound();
    if (one.departedAt) throw conflict("partyDeparted");
    const of = { countyId, disputeId: dispute.id };
    await sayWhy(tx, reason);
    const other = partyInput.parse({ side: one.side, standing: one.standing, name: otherName, phone: otherPhone });
    return retitledAfter(tx, of, async () => {
      const version = await updateInVersion(tx, parties, { where: ofParty, version: partyVersion, set: { name } });
      const [otherId = ""] = await addParties(tx, { ...of, now, rules }, [other], await nextPosition(tx, of));
      return { result: { partyId: otherId, version }, payload: { parties: [partyId, otherId], reason } };
    });
  });
}
