import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { InterpreterKind, OtherRoute, Role, SessionResult } from "@/db/vocabulary";
import type { PapersAt } from "./matter";

/** A joint session that ended, with its newest record. What was said in caucus is in none of these rows. */
export interface SessionFacts {
  id: string;
  ordinal: number;
  /** ISO text. */
  startsAt: string;
  endsAt: string;
  place: string;
  /** Who else was there without being asked to it, in words. */
  othersPresent: string;
  result: SessionResult | null;
  /** Those who came, in the order of the record. Who was expected or absent is not here. */
  people: { personId: string; name: string; post: string; role: Role; isInvited: boolean }[];
  parties: { partyId: string; linkId: string | null }[];
  interpreters: { name: string; kind: InterpreterKind; language: string; partyName: string }[];
  record: {
    text: string;
    statements: { partyId: string; name: string; text: string }[];
    facts: string;
    outcome: string;
    routesTold: OtherRoute[];
    writtenBy: string;
    /** ISO text. */
    writtenAt: string;
  } | null;
}

/** All joint sessions of a proceeding that ended, the first one first, in one statement. */
export async function sessionFacts(tx: Tx, { countyId, proceedingId }: PapersAt): Promise<SessionFacts[]> {
  const [row] = await tx.execute<{ sessions: SessionFacts[] }>(sql`
    select coalesce(json_agg(json_build_object('id', s.id, 'ordinal', s.ordinal, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
      'place', case when s.place <> '' then s.place else concat(t.name, r.name) end, 'othersPresent', s.others_present, 'result', s.result,
      'people', (select coalesce(json_agg(json_build_object('personId', w.id, 'name', w.name, 'post', w.post, 'role', w.role,
          'isInvited', exists (select from invitations i where i.county_id = y.county_id and i.proceeding_id = s.proceeding_id and i.person_id = w.id)) order by w.name, w.id), '[]')
        from session_people y join people w on w.county_id = y.county_id and w.id = y.person_id
        where y.county_id = s.county_id and y.session_id = s.id and y.attendance = 'present'),
      'parties', (select coalesce(json_agg(json_build_object('partyId', y.party_id, 'linkId', y.spoken_by_link_id) order by p.side, p.position), '[]')
        from session_people y join app.readable_parties p on p.county_id = y.county_id and p.id = y.party_id
        where y.county_id = s.county_id and y.session_id = s.id and y.attendance = 'present'),
      'interpreters', (select coalesce(json_agg(json_build_object('name', coalesce(w.name, n.name), 'kind', n.kind, 'language', n.language, 'partyName', coalesce(p.name, '')) order by n.named_at, n.id), '[]')
        from interpreters n left join app.readable_parties p on p.county_id = n.county_id and p.id = n.party_id
          left join people w on w.county_id = n.county_id and w.id = n.person_id
        where n.county_id = s.county_id and n.session_id = s.id and n.attendance = 'present' and n.ended_at is null),
      'record', (select json_build_object('text', c.text, 'facts', c.facts, 'outcome', c.outcome, 'routesTold', to_json(c.routes_told), 'writtenBy', w.name, 'writtenAt', c.written_at,
          'statements', (select coalesce(json_agg(json_build_object('partyId', p.id, 'name', p.name, 'text', x.text) order by p.side, p.position), '[]')
            from jsonb_to_recordset(c.statements) x ("partyId" uuid, text text) join app.readable_parties p on p.county_id = c.county_id and p.id = x."partyId"))
        from session_records c join people w on w.county_id = c.county_id and w.id = c.written_by
        where c.county_id = s.county_id and c.session_id = s.id order by c.version desc limit 1)) order by s.ordinal), '[]') as sessions
    from sessions s left join rooms r on r.county_id = s.county_id and r.id = s.room_id
      left join contact_points t on t.county_id = r.county_id and t.id = r.point_id
    where s.county_id = ${countyId}::uuid and s.proceeding_id = ${proceedingId}::uuid and s.kind = 'joint' and s.status = 'ended'`);
  return row?.sessions ?? [];
}
