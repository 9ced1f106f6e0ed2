import { type SQL, sql } from "drizzle-orm";
import type { PartyKind } from "@/db/vocabulary";
import type { Speakable } from "../../binding/choices";
import { departedOn, isSuspect } from "../../binding/parts/speakable";

/** A party as the forms of sessions choose among them. */
export interface PartyChoice {
  id: string;
  side: number;
  name: string;
  kind: PartyKind;
  /** Whoever it elected comes for it. */
  isRepresented: boolean;
  links: string[];
  /** Who may speak for the party. */
  speakable: Speakable;
}

/** Parties and who stands beside them, read once behind the views that say what may be read of them. */
export const partiesOfDispute = (countyId: string, disputeId: string) => sql`
  party as materialized (
    select id, side, position, name, kind, needs_guardian, is_departed, is_represented, ${isSuspect(sql`p`)} as is_suspect, ${departedOn(sql`p`)} as departed_on from app.readable_parties p
    where county_id = ${countyId}::uuid and dispute_id = ${disputeId}::uuid),
  link as materialized (
    select party_id, jsonb_agg(name order by id) as names, jsonb_agg(jsonb_build_object('id', id, 'name', name, 'kind', kind, 'maySign', may_sign,
      'mayNegotiate', may_negotiate, 'mayReceive', may_receive, 'isElected', election_id is not null)
      order by id) as speakers from app.readable_party_links
    where county_id = ${countyId}::uuid and dispute_id = ${disputeId}::uuid and ended_at is null group by party_id)`;

/** Every party that still is one, or every one that was until a day, as forms choose among them. */
export const partyChoices = (
  which: SQL,
) => sql`(select coalesce(jsonb_agg(jsonb_build_object('id', pa.id, 'side', pa.side, 'name', pa.name, 'kind', pa.kind, 'isRepresented', pa.is_represented,
            'links', coalesce(l.names, '[]'), 'speakable', json_build_object('id', pa.id, 'name', pa.name, 'kind', pa.kind,
              'isSuspect', pa.is_suspect, 'needsGuardian', pa.needs_guardian, 'isDeparted', pa.is_departed, 'departedOn', pa.departed_on,
              'links', coalesce(l.speakers, '[]'))) order by pa.side, pa.position), '[]')
          from party pa left join link l on l.party_id = pa.id where ${which})`;
