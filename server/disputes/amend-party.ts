import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { parties } from "@/db/schema/disputes";
import {
  decryptedAddress,
  decryptedIdNumber,
  decryptedPhone,
  encryptedAddress,
  encryptedIdNumber,
  encryptedPhone,
} from "../access/encrypted-contacts";
import type { ActContext } from "../kernel/context";
import { updateInVersion } from "../kernel/in-version";
import { invalid, notFound } from "../kernel/problem";
import { sayWhy } from "../kernel/say-why";
import { dayOf } from "../kernel/shanghai";
import type { amendPartyInput } from "./inputs";
import { retitledAfter } from "./parts/amend-title";
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
  const { partyId, partyVersion, kind, name, phone, idNumber, address, employer } = input;
  return perform(ctx, "party.amend", input, async ({ tx, countyId, dispute, now }) => {
    if (input.since && input.since > dayOf(now)) throw invalid("dayInFuture");
    await sayWhy(tx, input.reason ?? "", input.since);
    const ofDispute = and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id), eq(parties.id, partyId));
    const [before] = await tx.select().from(parties).where(ofDispute);
    if (!before) throw notFound();
    const row = { countyId, id: partyId };
    const amended = () =>
      updateInVersion(tx, parties, {
        where: ofDispute,
        version: partyVersion,
        set: {
          kind,
          name,
          employer: employer ?? before.employer,
          ...(phone === undefined ? {} : encryptedPhone("parties", row, phone)),
          ...(idNumber === undefined ? {} : encryptedIdNumber(row, idNumber)),
          ...(address === undefined ? {} : { address: encryptedAddress(row, address) }),
        },
      });
    const version =
      name === before.name ? await amended() : await retitledAfter(tx, { countyId, disputeId: dispute.id }, amended);
    if (name !== before.name) await checkNames(tx, { countyId, disputeId: dispute.id });
    const had = {
      ...before,
      phone: decryptedPhone("parties", row, before.phone),
      idNumber: decryptedIdNumber(row, before.idNumber),
      address: decryptedAddress(row, before.address),
    };
    const changed = (["kind", "name", "phone", "idNumber", "address", "employer"] as const).filter(
      (field) => input[field] !== undefined && input[field] !== had[field],
    );
    return {
      result: { partyId, version },
      payload: { party: partyId, changed, identified: before.kind === "unidentified" && kind !== "unidentified" },
    };
  });
}
