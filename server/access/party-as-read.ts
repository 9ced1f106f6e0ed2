import { and, type Column, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { parties, partyLinks } from "@/db/schema/disputes";

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

/** Whether an adult's or organisation's name of party `p` contains a pattern; minors are not found by their names. */
export const isNamedLike = (pattern: string): SQL => sql`(not p.is_minor and p.name ilike ${pattern})`;

/** Whether the actor works on the dispute of party `p`: as its lead or in its committee. */
const worksOnIt: SQL = sql`exists (select from dispute_access a where a.county_id = p.county_id and a.dispute_id = p.dispute_id
  and a.subject_id = any ((select app.subjects())::uuid[]) and a.is_current and a.relation in ('lead', 'committee'))`;
const digitsOfPhone: SQL = sql`regexp_replace(p.phone, '[^0-9]', '', 'g')`;

/** Whether party `p` has this phone: what tells a mediator at intake that a matter is known. A minor's is confirmed to nobody else. */
export const hasPhone = (digits: SQL): SQL => sql`((not p.is_minor or ${worksOnIt}) and ${digitsOfPhone} = ${digits})`;

/** Whether party `p` of a dispute the actor works on has a phone of these digits; four are its last four. */
export const isPhonedBy = (digits: string): SQL =>
  sql`(${worksOnIt} and ${digits.length === 4 ? sql`right(${digitsOfPhone}, 4)` : digitsOfPhone} = ${digits})`;

/** Which texts name somebody: a party of the dispute in `byAnyone`, a minor among them in `byMinors`. One statement. */
export async function partiesNamedIn(
  tx: Tx,
  of: { countyId: string; disputeId: string },
  texts: { byAnyone: string; byMinors: string },
): Promise<{ byAnyone: boolean; byMinors: boolean }> {
  const rows = await tx
    .select({ name: parties.name, isMinor: parties.isMinor })
    .from(parties)
    .where(and(eq(parties.countyId, of.countyId), eq(parties.disputeId, of.disputeId)));
  const named = (text: string) => rows.filter(({ name }) => name.length > 1 && text.includes(name));
  return {
    byAnyone: named(texts.byAnyone).length > 0,
    byMinors: named(texts.byMinors).some(({ isMinor }) => isMinor),
  };
}

/** The whole phone of a party, or of a person linked to them: for the act that reveals it and leaves an event. */
export async function wholePhone(
  tx: Tx,
  of: { countyId: string; disputeId: string; partyId: string; linkId: string | undefined },
): Promise<string | undefined> {
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
  return row?.phone;
}
