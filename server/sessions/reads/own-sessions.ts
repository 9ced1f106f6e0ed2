import { sql } from "drizzle-orm";
import type { Attendance, SessionKind, SessionMode } from "@/db/vocabulary";
import { listLimits } from "../../kernel/choices";
import type { Context } from "../../kernel/context";
import { asActor } from "../../kernel/transaction";

/** Another attendee; helpers with the force they come for. */
export interface Company {
  name: string;
  post: string;
  isLead: boolean;
  forceZh: string | null;
  forceEn: string | null;
}

export interface OwnSession {
  id: string;
  startsAt: string;
  endsAt: string;
  room: string;
  point: string;
  address: string;
  pointPhone: string;
  /** Null once the proceeding has ended or the invitation was withdrawn: then only the attendance is shown. */
  about: {
    disputeId: string;
    title: string;
    kind: SessionKind;
    mode: SessionMode;
    /** Until when it is only held; null once it is confirmed. */
    heldUntil: string | null;
    attendance: Attendance;
    /** Why they are expected although they cannot come as far as is known; "" otherwise. */
    despite: string;
    /** Where it is held by video; only for those expected there. */
    videoUrl: string | null;
    /** Their own accepted invitation, which they can take back when they cannot come; null without an invitation. */
    invitationId: string | null;
    /** Their other coming sessions of the same proceeding: taking back the acceptance gives up those too. */
    othersAhead: number;
    neutralSummary: string;
    facts: string;
    /** The issues, as written on cards of the joint lane. */
    issues: string[];
    parties: { side: number; name: string; links: string[] }[];
    people: Company[];
    lead: { name: string; phone: string };
  } | null;
}

/** How reliable they were in the last half year; figures of sessions held and invitations answered. */
export interface Lately {
  due: number;
  came: number;
  answered: number;
  /** Mean minutes from sending to answer; null while nothing was answered. */
  answerMinutes: number | null;
}

export interface OwnSessions {
  ahead: OwnSession[];
  past: OwnSession[];
  lately: Lately;
}

const latelyMs = 183 * 86_400_000;

/** The reader's own sessions: coming and running ones, earliest first, and the last past ones, newest first. */
export function ownList(ctx: Context): Promise<OwnSessions> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const me = sql`${actor.personId}::uuid`;
    const at = sql`${now.toISOString()}::timestamptz`;
    const slot = sql`sl.session_id, lower(sl.during) as starts_at, upper(sl.during) as ends_at`;
    const ofMine = sql`from slots sl where sl.county_id = ${actor.countyId}::uuid and sl.resource_id = ${me} and sl.session_id is not null
          and (sl.held_until is null or sl.held_until > ${at})`;
    const since = new Date(now.getTime() - latelyMs).toISOString();
    const [row] = await tx.execute<OwnSessions & Record<string, unknown>>(sql`
      with mine as (
        (select ${slot}, true as is_ahead ${ofMine} and upper(sl.during) > ${at} order by lower(sl.during) limit ${listLimits.sessionsAhead})
        union all (select ${slot}, false ${ofMine} and upper(sl.during) <= ${at} order by lower(sl.during) desc limit ${listLimits.sessionsPast})),
      known as (
        select m.*, s.dispute_id from mine m join sessions s on s.county_id = ${actor.countyId}::uuid and s.id = m.session_id),
      cards as (
        select m.*, jsonb_build_object('id', m.session_id, 'startsAt', m.starts_at, 'endsAt', m.ends_at, 'room', case when s.mode = 'video' then '' else coalesce(r.name, s.place, '') end,
          'point', case when s.mode = 'video' then '' else coalesce(p.name, '') end, 'address', case when s.mode = 'video' then '' else coalesce(p.address, '') end,
          'pointPhone', coalesce(p.phone, ''), 'about', case when d.id is null then null else jsonb_build_object(
            'disputeId', d.id, 'title', d.title, 'kind', s.kind, 'mode', s.mode, 'heldUntil', s.held_until, 'attendance', own.attendance, 'despite', coalesce(own.despite, ''),
            'videoUrl', v.url, 'neutralSummary', coalesce(df.neutral_summary, ''), 'facts', coalesce(df.facts, ''),
            'invitationId', (select i.id from invitations i where i.county_id = s.county_id and i.proceeding_id = s.proceeding_id
              and i.person_id = ${me} and i.status = 'accepted' limit 1),
            'othersAhead', (select count(*) from known k where k.dispute_id = d.id and k.is_ahead and k.session_id <> m.session_id),
            'issues', (select coalesce(jsonb_agg(c.text order by c.written_at, c.id), '[]') from desk_cards c
                join sessions cs on cs.county_id = c.county_id and cs.id = c.session_id and cs.proceeding_id = s.proceeding_id
              where c.county_id = d.county_id and c.dispute_id = d.id and c.lane = 'joint' and c.kind = 'issue' and c.state <> 'withdrawn'),
            'lead', jsonb_build_object('name', lead.name, 'phone', lead.phone),
            'parties', (select coalesce(jsonb_agg(jsonb_build_object('side', pa.side, 'name', pa.name,
                'links', (select coalesce(jsonb_agg(l.name order by l.id), '[]') from app.readable_party_links l where l.county_id = pa.county_id and l.party_id = pa.id))
                order by pa.side, pa.position), '[]')
              from session_people sp join app.readable_parties pa on pa.county_id = sp.county_id and pa.id = sp.party_id
              where sp.county_id = s.county_id and sp.session_id = s.id),
            'people', (select coalesce(jsonb_agg(jsonb_build_object('name', pe.name, 'post', pe.post, 'isLead', pe.id = pr.lead_person_id,
                'forceZh', f.short_zh, 'forceEn', f.short_en) order by pe.id <> pr.lead_person_id, f.sort nulls last, sp.id), '[]')
              from session_people sp join people pe on pe.county_id = sp.county_id and pe.id = sp.person_id
                left join invitations i on i.county_id = sp.county_id and i.proceeding_id = s.proceeding_id and i.person_id = pe.id and i.status = 'accepted'
                left join forces f on f.county_id = i.county_id and f.code = i.force_code
              where sp.county_id = s.county_id and sp.session_id = s.id and pe.id <> ${me})) end) as card,
          d.id is not null as is_known
        from mine m
          left join slots room on room.county_id = ${actor.countyId}::uuid and room.session_id = m.session_id and room.resource = 'room'
          left join rooms r on r.county_id = room.county_id and r.id = room.resource_id
          left join contact_points p on p.county_id = r.county_id and p.id = r.point_id
          left join sessions s on s.county_id = ${actor.countyId}::uuid and s.id = m.session_id
          left join session_people own on own.county_id = s.county_id and own.session_id = s.id and own.person_id = ${me}
          left join video_links v on v.county_id = s.county_id and v.session_id = s.id
          left join disputes d on d.county_id = s.county_id and d.id = s.dispute_id
          left join dispute_facts df on df.county_id = d.county_id and df.dispute_id = d.id
          left join proceedings pr on pr.county_id = s.county_id and pr.id = s.proceeding_id
          left join people lead on lead.county_id = pr.county_id and lead.id = pr.lead_person_id)
      select (select coalesce(jsonb_agg(card order by starts_at), '[]') from cards where is_ahead and is_known) as ahead,
        (select coalesce(jsonb_agg(card order by starts_at desc), '[]') from cards where not is_ahead) as past,
        (select jsonb_build_object('due', l.due, 'came', l.came, 'answered', l.answered, 'answerMinutes', l.minutes)
          from app.own_lately(${since}::timestamptz, ${now.toISOString()}::timestamptz) l) as lately`);
    return row ?? { ahead: [], past: [], lately: { due: 0, came: 0, answered: 0, answerMinutes: null } };
  });
}
