import type { Tx } from "@/db/client";
import { parties, partyLinks } from "@/db/schema/disputes";
import { encryptedAddress, encryptedIdNumber, encryptedPhone } from "../../access/encrypted-contacts";
import { newId } from "../../kernel/ids";
import type { PartyLinkInput, RegisterDisputeInput } from "../inputs";
import { checkNames } from "./check-names";

/**
 * Writes parties and their links; `from` is the first free position (1-based order of mention). Refuses a summary or
 * title that names them where it may not (`checkNames`).
 */
export async function addParties(
  tx: Tx,
  at: { countyId: string; disputeId: string; now: Date },
  list: RegisterDisputeInput["parties"],
  from: number,
): Promise<string[]> {
  const { countyId, disputeId, now } = at;
  const rows = list.map(({ links: _, phone, idNumber, address, ...party }, i) => {
    const row = { countyId, id: newId(now) };
    return {
      ...party,
      ...row,
      ...encryptedPhone("parties", row, phone),
      ...encryptedIdNumber(row, idNumber ?? ""),
      address: encryptedAddress(row, address),
      disputeId,
      position: from + i,
    };
  });
  const links = list.flatMap((party, i) => {
    const partyId = rows[i]?.id ?? "";
    return party.links.map((link) => linkRow({ countyId, disputeId, partyId, id: newId(now) }, link));
  });
  // `execute` sends at once, so that they arrive in this order without waiting for each other.
  await Promise.all([
    tx.insert(parties).values(rows).execute(),
    links.length > 0 ? tx.insert(partyLinks).values(links).execute() : null,
    checkNames(tx, { countyId, disputeId }),
  ]);
  return rows.map((row) => row.id);
}

/** The row of a person beside a party, their phone encrypted. */
export const linkRow = (
  row: { countyId: string; disputeId: string; partyId: string; id: string },
  link: PartyLinkInput,
) => ({ ...link, ...row, ...encryptedPhone("party_links", row, link.phone) });
