import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { parties, partyLinks } from "@/db/schema/parties";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, notFound } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { addPartyLinkInput, PartyLinkInput } from "./inputs";
import { linkRow } from "./parts/add-parties";
import { needsGuardian } from "./parts/needs-guardian";
import { perform } from "./perform";

/**
 * Names a representative, agent, guardian or helper of a party. A guardian belongs to whoever needs one. Refuses dayInFuture of an
 * authority still to come.
 */
export function addPartyLink(ctx: ActContext, input: z.output<typeof addPartyLinkInput>): Promise<{ linkId: string }> {
  const { partyId, link } = input;
  return perform(ctx, "party.addLink", input, async ({ tx, countyId, dispute, now }) => {
    const [party] = await tx
      .select({
        isMinor: parties.isMinor,
        bornOn: parties.bornOn,
        lacksCapacity: parties.lacksCapacity,
        ownWagesReason: parties.ownWagesReason,
      })
      .from(parties)
      .where(and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id), eq(parties.id, partyId)));
    if (!party) throw notFound();
    if (link.kind === "guardian" && !needsGuardian(party, dayOf(now))) throw conflict("guardianNeedsMinor");
    const linkId = newId(now);
    await tx.insert(partyLinks).values(linkRow({ countyId, disputeId: dispute.id, partyId, id: linkId }, link));
    return { result: { linkId }, payload: { party: partyId, ...said(link) } };
  });
}

const said = ({ kind, maySign, authorisedOn }: PartyLinkInput) => ({
  kind,
  maySign,
  ...(authorisedOn ? { authorisedOn } : {}),
});
