import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { parties } from "@/db/schema/disputes";
import type { ActContext } from "../kernel/context";
import { updateInVersion } from "../kernel/in-version";
import { notFound } from "../kernel/problem";
import type { amendPartyInput } from "./inputs";
import { checkNames } from "./parts/check-names";
import { perform } from "./perform";

/**
 * Corrects who a party is: an unknown person is identified, a phone number changes. Fields left out stay.
 * The event names the changed fields, never their contents.
 */
export function amendParty(
  ctx: ActContext,
  input: z.output<typeof amendPartyInput>,
): Promise<{ partyId: string; version: number }> {
  const { partyId, partyVersion, kind, name, phone, address, employer } = input;
  return perform(ctx, "party.amend", input, async ({ tx, countyId, dispute }) => {
    const ofDispute = and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id), eq(parties.id, partyId));
    const [before] = await tx.select().from(parties).where(ofDispute);
    if (!before) throw notFound();
    const next = {
      kind,
      name,
      phone: phone ?? before.phone,
      address: address ?? before.address,
      employer: employer ?? before.employer,
    };
    const version = await updateInVersion(tx, parties, { where: ofDispute, version: partyVersion, set: next });
    if (next.name !== before.name) await checkNames(tx, { countyId, disputeId: dispute.id });
    const changed = (["kind", "name", "phone", "address", "employer"] as const).filter(
      (field) => next[field] !== before[field],
    );
    return {
      result: { partyId, version },
      payload: { party: partyId, changed, identified: before.kind === "unidentified" && kind !== "unidentified" },
    };
  });
}
