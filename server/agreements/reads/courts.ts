import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { DisputeType } from "@/db/vocabulary";
import { decryptedAddress } from "../../access/encrypted-contacts";
import type { Action } from "../../access/policy";
import { type CourtFacts, type PossibleCourt, possibleCourts } from "../parts/possible-courts";

/** What the application for confirmation is prepared by. */
export interface CourtAdvice {
  /** Which courts may be asked, and why. */
  courts: PossibleCourt[];
  /** Courts of this county that the list of partner units names. */
  namedCourts: string[];
  /** What the matter is about, as some matters hold what no court confirms; null where nobody asks. */
  type: DisputeType | null;
}

interface Found extends Omit<CourtFacts, "committee" | "parties"> {
  parties: { id: string; name: string; address: string }[];
  type: DisputeType;
  namedCourts: string[];
}

/**
 * Which courts may confirm a matter's agreement, and why, for whoever can note an application; of an address its county,
 * district or city alone goes out.
 */
export async function courtsOf(
  tx: Tx,
  countyId: string,
  { disputeId, committee, allowed }: { disputeId: string; committee: string; allowed: readonly Action[] },
): Promise<CourtAdvice> {
  const none = { courts: [], namedCourts: [], type: null };
  if (!allowed.includes("confirmation.apply")) return none;
  const [found] = await tx.execute<{ facts: Found }>(sql`
    select json_build_object('source', d.source, 'referredBy', d.referred_by, 'place', d.place, 'county', k.name, 'type', d.type,
      'namedCourts', coalesce((select json_agg(u.name order by u.name) from units u where u.county_id = d.county_id and u.name ~ '法院|法庭'), '[]'::json),
      'parties', coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'address', p.address) order by p.position)
        from app.readable_parties p where p.county_id = d.county_id and p.dispute_id = d.id and not p.is_departed), '[]'::json)) as facts
    from disputes d join counties k on k.id = d.county_id
    where d.county_id = ${countyId}::uuid and d.id = ${disputeId}::uuid`);
  if (!found) return none;
  const parties = found.facts.parties.map(({ id, name, address }) => ({
    name,
    address: decryptedAddress({ countyId, id }, address),
  }));
  const { type, namedCourts } = found.facts;
  return { courts: possibleCourts({ ...found.facts, committee, parties }), namedCourts, type };
}
