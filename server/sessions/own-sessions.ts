import { sql } from "drizzle-orm";
import type { SessionKind } from "@/db/vocabulary";
import type { PersonActor } from "../kernel/actor";
import { asActor } from "../kernel/transaction";

export interface OwnSession {
  id: string;
  startsAt: string;
  endsAt: string;
  room: string;
  point: string;
  address: string;
  pointPhone: string;
  /** Null once the matter has ended or the invitation no longer stands: what is left is that one was there. */
  about: {
    disputeId: string;
    title: string;
    kind: SessionKind;
    neutralSummary: string;
    facts: string;
    parties: { side: number; name: string; links: string[] }[];
    people: { name: string; post: string; isLead: boolean }[];
    lead: { name: string; phone: string };
  } | null;
}

/** The reader's own sessions: what is still ahead or running, earliest first; the last thirty behind him, newest first. */
export function ownList(actor: PersonActor): Promise<{ ahead: OwnSession[]; past: OwnSession[] }> {
  return asActor(actor, async (tx) => {
    const [row] = await tx.execute<{ ahead: OwnSession[]; past: OwnSession[] }>(sql`
      with mine as (
        select sl.session_id, lower(sl.during) as starts_at, upper(sl.during) as ends_at, upper(sl.during) > now() as is_ahead
        from slots sl where sl.county_id = ${actor.countyId}::uuid and sl.resource_id = ${actor.personId}::uuid
        order by lower(sl.during) desc limit 60),
      cards as (
        select m.*, jsonb_build_object('id', m.session_id, 'startsAt', m.starts_at, 'endsAt', m.ends_at, 'room', r.name, 'point', p.name,
          'address', p.address, 'pointPhone', p.phone, 'about', case when d.id is null then null else jsonb_build_object(
            'disputeId', d.id, 'title', d.title, 'kind', s.kind, 'neutralSummary', coalesce(df.neutral_summary, ''), 'facts', coalesce(df.facts, ''),
            'lead', jsonb_build_object('name', lead.name, 'phone', lead.phone),
            'parties', (select coalesce(jsonb_agg(jsonb_build_object('side', pa.side, 'name', pa.name,
                'links', (select coalesce(jsonb_agg(l.name order by l.id), '[]') from party_links l where l.county_id = pa.county_id and l.party_id = pa.id))
                order by pa.side, pa.position), '[]')
              from session_people sp join parties pa on pa.county_id = sp.county_id and pa.id = sp.party_id
              where sp.county_id = s.county_id and sp.session_id = s.id),
            'people', (select coalesce(jsonb_agg(jsonb_build_object('name', pe.name, 'post', pe.post, 'isLead', pe.id = pr.lead_person_id)
                order by pe.id <> pr.lead_person_id, sp.id), '[]')
              from session_people sp join people pe on pe.county_id = sp.county_id and pe.id = sp.person_id
              where sp.county_id = s.county_id and sp.session_id = s.id and pe.id <> ${actor.personId}::uuid)) end) as card,
          d.id is not null as is_known
        from mine m
          join slots room on room.county_id = ${actor.countyId}::uuid and room.session_id = m.session_id and room.resource = 'room'
          join rooms r on r.county_id = room.county_id and r.id = room.resource_id
          join contact_points p on p.county_id = r.county_id and p.id = r.point_id
          left join sessions s on s.county_id = room.county_id and s.id = m.session_id
          left join disputes d on d.county_id = s.county_id and d.id = s.dispute_id
          left join dispute_facts df on df.county_id = d.county_id and df.dispute_id = d.id
          left join proceedings pr on pr.county_id = s.county_id and pr.id = s.proceeding_id
          left join people lead on lead.county_id = pr.county_id and lead.id = pr.lead_person_id)
      select (select coalesce(jsonb_agg(card order by starts_at), '[]') from cards where is_ahead and is_known) as ahead,
        (select coalesce(jsonb_agg(card order by starts_at desc), '[]') from cards where not is_ahead) as past`);
    return row ?? { ahead: [], past: [] };
  });
}
