import type { Tx } from "@/db/client";
import { parties, partyLinks } from "@/db/schema/disputes";
import { newId } from "../../kernel/ids";
import type { RegisterDisputeInput } from "../inputs";
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
  const rows = list.map(({ links: _, ...party }, i) => ({
    ...party,
    countyId,
    disputeId,
    id: newId(now),
    position: from + i,
  }));
  const links = list.flatMap((party, i) => {
    const partyId = rows[i]?.id ?? "";
    return party.links.map((link) => ({ ...link, countyId, disputeId, partyId, id: newId(now) }));
  });
  // `execute` sends at once, so that they arrive in this order without waiting for each other.
  await Promise.all([
    tx.insert(parties).values(rows).execute(),
    links.length > 0 ? tx.insert(partyLinks).values(links).execute() : null,
    checkNames(tx, { countyId, disputeId }),
  ]);
  return rows.map((row) => row.id);
}
