import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { PapersAt } from "./matter";

/** A numerous side's election of who speaks for it. */
export interface ElectionFacts {
  id: string;
  side: number;
  /** 'YYYY-MM-DD' */
  on: string;
  /** By which paper, in words. */
  paper: string;
  mayNegotiate: boolean;
  maySign: boolean;
  mayReceive: boolean;
  /** Names of those elected, and of every member whom they speak for. */
  elected: string[];
  members: { id: string; name: string }[];
}

/** The elections of a matter that still hold, oldest first; nobody is named a member who did not elect. */
export async function electionFacts(tx: Tx, { countyId, disputeId }: PapersAt): Promise<ElectionFacts[]> {
  const rows = await tx.execute<ElectionFacts & Record<string, unknown>>(sql`
    select e.id, e.side, e.elected_on::text as "on", e.paper, e.may_negotiate as "mayNegotiate", e.may_sign as "maySign", e.may_receive as "mayReceive",
      (select coalesce(json_agg(r.name order by r.position), '[]') from app.readable_parties r where r.county_id = e.county_id and exists (
        select from app.readable_party_links l where l.county_id = e.county_id and l.election_id = e.id and l.elected_party_id = r.id and l.ended_at is null)) as elected,
      (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) order by m.position), '[]') from app.readable_parties m where m.county_id = e.county_id and exists (
        select from app.readable_party_links l where l.county_id = e.county_id and l.election_id = e.id and l.party_id = m.id and l.ended_at is null)) as members
    from elections e where e.county_id = ${countyId}::uuid and e.dispute_id = ${disputeId}::uuid
      and exists (select from app.readable_party_links l where l.county_id = e.county_id and l.election_id = e.id and l.ended_at is null)
    order by e.recorded_at, e.id`);
  return [...rows];
}
