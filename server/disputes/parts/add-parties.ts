import type { Tx } from "@/db/client";
import { parties, partyLinks } from "@/db/schema/parties";
import { encryptedAddress, encryptedIdNumber, encryptedPhone } from "../../access/encrypted-contacts";
import { newId } from "../../kernel/ids";
import { conflict } from "../../kernel/problem";
import { dayOf } from "../../kernel/shanghai";
import type { Rules } from "../../rules/defaults";
import type { PartyLinkInput, RegisterDisputeInput } from "../inputs";
import { checkAge } from "./check-age";
import { checkNames } from "./check-names";
import { needsGuardian } from "./needs-guardian";

/**
 * Writes parties and their links; `from` is the first free position (1-based order of mention). Refuses a summary or
 * title that names them where it may not (`checkNames`).
 */
export async function addParties(
  tx: Tx,
  { countyId, disputeId, now, rules }: { countyId: string; disputeId: string; now: Date; rules: Rules },
  list: RegisterDisputeInput["parties"],
  from: number,
): Promise<string[]> {
  // Nothing is waited for before the rows are sent: the event that covers them is sent right after.
  const bornOn = birthdaysOf(list, dayOf(now), rules);
  const rows = list.map(({ links: _, callerOf: __, phone, idNumber, address, ...party }, i) => {
    const row = { countyId, id: newId(now) };
    return {
      ...party,
      ...row,
      bornOn: bornOn[i],
      bornYear: bornOn[i] ? null : party.bornYear,
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

/** The birthday to store of each; refuses ages that do not fit, and a guardian of somebody who needs none. */
function birthdaysOf(list: RegisterDisputeInput["parties"], today: string, rules: Rules): (string | null)[] {
  const asWritten = list.map(
    ({ bornOn = null, idNumber = "", lacksCapacity = false, ownWagesReason = "", ...party }) => ({
      ...party,
      bornOn,
      idNumber,
      lacksCapacity,
      ownWagesReason,
    }),
  );
  if (asWritten.some((party) => !needsGuardian(party, today) && party.links.some((link) => link.kind === "guardian")))
    throw conflict("guardianNeedsMinor");
  return asWritten.map((party) =>
    party.bornOn || party.idNumber || party.ownWagesReason ? checkAge(party, today, rules) : null,
  );
}

/** The row of a person beside a party, their phone encrypted. */
export const linkRow = (
  row: { countyId: string; disputeId: string; partyId: string; id: string },
  link: PartyLinkInput,
) => ({ ...link, ...row, ...encryptedPhone("party_links", row, link.phone) });
