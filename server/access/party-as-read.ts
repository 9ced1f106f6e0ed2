import { and, type Column, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idNumberHashes, phoneHashes } from "@/db/encryption/encrypt";
import { paperParticulars } from "@/db/schema/agreement-papers";
import { parties, partyLinks } from "@/db/schema/parties";
import { decryptedIdNumber, decryptedPhone } from "./encrypted-contacts";

/*
 * Names and phones of parties and callers, for the queries that cannot read the views app.readable_parties,
 * app.readable_party_links and app.readable_calls (db/sql/views). Nothing else reads the tables' own columns;
 * the check `partyNames` refuses it.
 */

/** The name of the party a Drizzle query's column points at, as its reader may read it; null where it points at none. */
export const partyName = (countyId: Column, partyId: Column): SQL<string | null> =>
  sql<string | null>`(select r.name from app.readable_parties r where r.county_id = ${countyId} and r.id = ${partyId})`;

/** Columns for `select` from `parties`: who a party is, with the name as its reader may read it, and no contacts. */
export const whoTheyAre = {
  id: parties.id,
  side: parties.side,
  kind: parties.kind,
  standing: parties.standing,
  isMinor: parties.isMinor,
  name: sql<string>`${partyName(parties.countyId, parties.id)}`,
};

/**
 * The name of party `p` on an invitation's card, which is written once for a reader who does not work on the dispute
 * yet: a minor keeps the family name alone.
 */
export const nameOnCard: SQL = sql`case when p.is_minor then app.family_name_only(p.name) else p.name end`;

/**
 * Whether the actor works on the dispute of party `p`: as its lead or in its committee. Asked of each party that a number leads
 * to (`offset 0`): joined, the thousands of disputes that the actor works on came first, and the parties of each were read.
 */
export const worksOnIt: SQL = sql`exists (select from dispute_access a where a.county_id = p.county_id and a.dispute_id = p.dispute_id
  and a.subject_id = any ((select app.subjects())::uuid[]) and a.is_current and a.relation in ('lead', 'committee') offset 0)`;

/**
 * Whether party `p` has the phone line with this hash: what tells a mediator at intake that a matter is known. A minor's
 * is confirmed to nobody else.
 */
export const hasPhoneLine = (lineHash: SQL): SQL =>
  sql`((not p.is_minor or ${worksOnIt}) and p.phone_line_hash <> '' and p.phone_line_hash = ${lineHash})`;

/**
 * Whether party `p` of a dispute the actor works on has this phone or ID number; four signs are the last four of either.
 * Asked by keyed hashes (docs/adr/0033): no other part of a number finds anybody.
 */
export function isReachedBy(countyId: string, number: string): SQL {
  const [phone, id] = [phoneHashes(countyId, number), idNumberHashes(countyId, number)];
  return number.length === 4
    ? sql`(p.phone_end_hash = ${phone.endHash} or p.id_number_end_hash = ${id.endHash}) and ${worksOnIt}`
    : sql`(p.phone_line_hash = ${phone.lineHash} or p.id_number_hash = ${id.hash}) and ${worksOnIt}`;
}

/**
 * Whether a text of the joined `disputes` names one of its parties, or of its minors. A name of one character is too short
 * to tell; one outside the first 65,536 characters counts as two, as in the browser. Blanks put between its characters do
 * not hide a name.
 */
export const isPartyNamedIn = (text: Column, who: "everyone" | "minors"): SQL<boolean> =>
  sql<boolean>`exists (select from parties p where p.county_id = disputes.county_id and p.dispute_id = disputes.id
    and (char_length(p.name) > 1 or octet_length(p.name) > 3) and strpos(app.name_form(${text}), app.name_form(p.name)) > 0
    ${who === "minors" ? sql`and p.is_minor` : sql``})`;

interface Whom {
  countyId: string;
  disputeId: string;
  partyId: string;
  /** Of an ID number: as this paper has it. */
  agreementId?: string | undefined;
}

/** The whole phone of a party, or of a person linked to them: for the act that reveals it and leaves an event. */
export async function wholePhone(tx: Tx, of: Whom & { linkId: string | undefined }): Promise<string | undefined> {
  const { countyId, disputeId, partyId, linkId } = of;
  const [row] = linkId
    ? await tx
        .select({ phone: partyLinks.phone })
        .from(partyLinks)
        .where(
          and(
            eq(partyLinks.countyId, countyId),
            eq(partyLinks.disputeId, disputeId),
            eq(partyLinks.partyId, partyId),
            eq(partyLinks.id, linkId),
          ),
        )
    : await tx
        .select({ phone: parties.phone })
        .from(parties)
        .where(and(eq(parties.countyId, countyId), eq(parties.disputeId, disputeId), eq(parties.id, partyId)));
  return row && decryptedPhone(linkId ? "party_links" : "parties", { countyId, id: linkId ?? partyId }, row.phone);
}

/** The whole ID number of a party, for the same act; as a paper has it where one is named. */
export async function wholeIdNumber(
  tx: Tx,
  { countyId, disputeId, partyId, agreementId }: Whom,
): Promise<string | undefined> {
  if (agreementId) {
    const [kept] = await tx
      .select({ idNumber: paperParticulars.idNumber })
      .from(paperParticulars)
      .where(
        and(
          eq(paperParticulars.countyId, countyId),
          eq(paperParticulars.disputeId, disputeId),
          eq(paperParticulars.agreementId, agreementId),
          eq(paperParticulars.partyId, partyId),
        ),
      );
    return kept && decryptedIdNumber({ countyId, id: partyId }, kept.idNumber);
  }
  const [row] = await tx
    .select({ idNumber: parties.idNumber })
    .from(parties)
    .where(and(eq(parties.countyId, countyId), eq(parties.disputeId, disputeId), eq(parties.id, partyId)));
  return row && decryptedIdNumber({ countyId, id: partyId }, row.idNumber);
}
