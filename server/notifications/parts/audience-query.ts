import { type SQL, sql } from "drizzle-orm";
import type { NotificationKind } from "@/db/vocabulary";
import { isKept } from "../../calls/parts/kept-point";
import { comingKinds } from "./channels";

/** An event of a chain, as the outbox names it. */
export interface Cause {
  countyId: string;
  chain: string;
  seq: number;
}

const kinds = (list: readonly NotificationKind[]) =>
  sql.join(
    list.map((kind) => sql`${kind}::notification_kind`),
    sql`, `,
  );
/** An interpreter `n`: a person of the county, or somebody from outside by the question they were asked. */
const interpreter = sql`jsonb_build_object('to', case when n.person_id is null then 'outsider' else 'person' end, 'id', coalesce(n.person_id, n.asking_id))`;
const person = (id: SQL) => sql`jsonb_build_object('to', 'person', 'id', ${id})`;
/**
 * Who leads on duty at the station of the row `of`, as `h`; its heads where nobody is on the roster. "offset 0": once, and not for
 * each person of the county.
 */
const dutyLeaders = (of: SQL) => sql`
    cross join lateral (select app.duty_leader(${of}.county_id, ${of}.station_id, to_timestamp(ev.at_us / 1000000.0)) as id offset 0) l
    join people h on h.county_id = ${of}.county_id and (h.id = l.id or l.id is null and h.station_id = ${of}.station_id and h.role = 'stationHead' and h.disabled_at is null)`;
const place = sql`'room', r.name, 'point', cp.name, 'address', cp.address`;

/** The event as `ev` and the invitations it names as `ivs`. */
const eventAndInvitations = ({ countyId, chain, seq }: Cause) => sql`
  ev as (select e.*, e.payload::jsonb as p from events e where e.county_id = ${countyId}::uuid and e.chain = ${chain}::uuid and e.seq = ${seq}),
  ivs as (select i.* from ev join invitations i on i.county_id = ev.county_id and i.dispute_id = ev.dispute_id
    and (i.id::text = coalesce(ev.p->>'deputyInvitation', ev.p->>'invitation', ev.p->>'replaces')
      or ev.action = 'tie.waive' and i.proceeding_id = ev.proceeding_id and i.person_id::text = ev.p->>'person' and i.status in ('sent', 'seen')))`;

/** What the event happened to: its session as `se`, proceeding as `pr`, open meeting as `ms`, consultation as `ask`, question to an interpreter as `ak`. */
const whatItConcerns = sql`
  se as (select s.*, coalesce(r.name, s.place) as room, coalesce(cp.name, '') as point, coalesce(cp.address, '') as address from ev join sessions s on s.county_id = ev.county_id and s.dispute_id = ev.dispute_id
    and s.id = coalesce(nullif(ev.p->>'sessionId', '')::uuid, (select session_id from ivs))
    left join rooms r on r.county_id = s.county_id and r.id = s.room_id left join contact_points cp on cp.county_id = r.county_id and cp.id = r.point_id),
  pr as (select p.* from ev join proceedings p on p.county_id = ev.county_id and p.id = coalesce(ev.proceeding_id, (ev.p->>'ended')::uuid)),
  ms as (select m.*, t.chair_id, r.name as room, cp.name as point, cp.address from ev
    join town_hall_meetings m on m.county_id = ev.county_id and (m.id::text = ev.p->>'meetingId'
      or ev.p->>'meetingId' is null and m.town_hall_id::text = ev.p->>'townHallId')
    join town_halls t on t.county_id = m.county_id and t.id = m.town_hall_id
    join rooms r on r.county_id = m.county_id and r.id = m.room_id join contact_points cp on cp.county_id = r.county_id and cp.id = r.point_id
    order by m.starts_at < to_timestamp(ev.at_us / 1000000.0), m.starts_at limit 1),
  ak as (select k.* from ev join interpreter_askings k on k.county_id = ev.county_id and k.dispute_id = ev.dispute_id and k.id::text = ev.p->>'asking'),
  ask as (select c.* from ev join consultations c on c.county_id = ev.county_id and c.id::text = ev.p->>'consultationId')`;

/** Who was told what before, as `last`; who of them believes that they are to come as `believing`; who was asked as `asked`. */
const earlierNotifications = sql`
  -- What each one was last told of each session of this proceeding: who believes that they are to come.
  last as (select distinct on (n.recipient_kind, n.recipient_id, n.session_id) n.recipient_kind, n.recipient_id, n.session_id, n.kind, n.id
    from pr join sessions s on s.county_id = pr.county_id and s.proceeding_id = pr.id
      join notifications n on n.county_id = s.county_id and n.dispute_id = s.dispute_id and n.session_id = s.id
    where n.kind in (${kinds([...comingKinds, "sessionCancelled", "attendeeRemoved"])})
    order by n.recipient_kind, n.recipient_id, n.session_id, n.id desc),
  -- Left out are those who know already: told that they are not needed, or they declined or gave up this one session themselves.
  believing as (select l.* from last l, ev where l.kind in (${kinds(comingKinds)})
    and not exists (select from notifications w where w.county_id = ev.county_id and w.dispute_id = ev.dispute_id and w.recipient_id = l.recipient_id
      and w.kind = 'invitationWithdrawn' and w.id > l.id)
    and not exists (select from invitations i where i.county_id = ev.county_id and i.proceeding_id = ev.proceeding_id and i.person_id = l.recipient_id
      and i.status = 'declined' and i.answered_at > (select n.created_at from notifications n where n.county_id = ev.county_id and n.id = l.id))
    and not exists (select from events e where e.county_id = ev.county_id and e.chain = ev.chain and e.action = 'invitation.leaveSession'
      and e.actor_id = l.recipient_id and e.payload::jsonb->>'sessionId' = l.session_id::text
      and e.at_us > (select extract(epoch from n.created_at) * 1000000 from notifications n where n.county_id = ev.county_id and n.id = l.id))),
  -- The last thing an invitee heard of an invitation that is withdrawn by now.
  asked as (select distinct on (n.recipient_id, n.invitation_id) n.recipient_id, n.invitation_id, n.kind
    from pr join invitations i on i.county_id = pr.county_id and i.proceeding_id = pr.id and i.status = 'withdrawn'
      join notifications n on n.county_id = i.county_id and n.dispute_id = i.dispute_id and n.invitation_id = i.id and n.recipient_id = i.person_id
    where n.kind in ('invited', 'invitationWithdrawn') order by n.recipient_id, n.invitation_id, n.id desc)`;

const sessionFacts = sql`
  (select jsonb_build_object('id', se.id, 'status', se.status, 'startsAt', se.starts_at, 'endsAt', se.ends_at, 'room', se.room,
    'point', se.point, 'address', se.address, 'isHeld', se.held_until is not null) from se)`;

const invitationFacts = sql`
  (select jsonb_build_object('id', i.id, 'name', pe.name, 'asker', a.name, 'answerBy', i.answer_by,
      'startsAt', coalesce(h.offer->>'startsAt', se.starts_at::text), 'endsAt', coalesce(h.offer->>'endsAt', se.ends_at::text),
      'room', coalesce(h.offer->>'room', se.room, ''), 'point', coalesce(h.offer->>'point', se.point, ''), 'address', coalesce(h.offer->>'address', se.address, ''),
      'answer', case when i.decline_reason = 'deputised' then 'deputised' else i.status::text end, 'formerly', coalesce(fp.name, ''))
    from ivs i join people pe on pe.county_id = i.county_id and pe.id = i.person_id
      join people a on a.county_id = i.county_id and a.id = i.sent_by
      left join se on true
      left join lateral (select o as offer from jsonb_array_elements(i.offers) o order by (o->>'isHeld')::boolean desc limit 1) h on true
      left join invitations f on f.county_id = i.county_id and f.id = i.replaces_id
      left join people fp on fp.county_id = f.county_id and fp.id = f.person_id)`;

/** The same of a question to an interpreter; no invitation's card is behind it. */
const askingFacts = sql`
  (select jsonb_build_object('id', null, 'name', coalesce(pe.name, (select n.name from interpreters n where n.county_id = ak.county_id and n.asking_id = ak.id limit 1), ''),
      'asker', a.name, 'answerBy', ak.answer_by, 'startsAt', se.starts_at, 'endsAt', se.ends_at, 'room', coalesce(se.room, ''), 'point', coalesce(se.point, ''),
      'address', coalesce(se.address, ''), 'answer', ak.status, 'formerly', '')
    from ak join people a on a.county_id = ak.county_id and a.id = ak.asked_by left join people pe on pe.county_id = ak.county_id and pe.id = ak.person_id
      left join se on true)`;

const meetingFacts = sql`
  (select jsonb_build_object('id', ms.id, 'status', ms.status, 'startsAt', ms.starts_at, 'endsAt', ms.ends_at, 'room', ms.room,
    'point', ms.point, 'address', ms.address) from ms)`;

/** Those who take part: invited, leading, seated, joining, or still thinking about it. */
const participants = sql`
  'invitee', coalesce((select jsonb_agg(${person(sql`ivs.person_id`)}) from ivs), '[]'),
  'lead', coalesce((select jsonb_agg(${person(sql`pr.lead_person_id`)}) from pr where pr.ended_at is null), '[]'),
  'lastLead', coalesce((select jsonb_agg(${person(sql`pr.lead_person_id`)}) from pr), '[]'),
  'assistant', coalesce((select jsonb_agg(${person(sql`pr.assistant_id`)}) from pr where pr.ended_at is null and pr.assistant_id is not null), '[]'),
  'attendees', coalesce((select jsonb_agg(${person(sql`sp.person_id`)}) from se join session_people sp on sp.county_id = se.county_id and sp.session_id = se.id
    where sp.person_id is not null), '[]'),
  'interpreters', coalesce((select jsonb_agg(distinct ${interpreter}) from se join interpreters n on n.county_id = se.county_id and n.session_id = se.id
    left join interpreter_askings k on k.county_id = n.county_id and k.id = n.asking_id
    where n.ended_at is null and coalesce(n.person_id, n.asking_id) is not null and k.status is distinct from 'sent'), '[]'),
  'askedInterpreters', coalesce((select jsonb_agg(distinct ${interpreter} || jsonb_build_object('answerBy', k.answer_by)) from se
    join interpreter_askings k on k.county_id = se.county_id and k.session_id = se.id and k.status = 'sent'
    join interpreters n on n.county_id = k.county_id and n.asking_id = k.id and n.ended_at is null), '[]'),
  'askedNow', coalesce((select jsonb_agg(distinct ${interpreter} || jsonb_build_object('answerBy', ak.answer_by)) from ak
    join interpreters n on n.county_id = ak.county_id and n.asking_id = ak.id), '[]'),
  'leftSessions', coalesce((select jsonb_agg(distinct ${person(sql`sp.person_id`)}) from jsonb_array_elements_text(coalesce(ev.p->'leftSessions', '[]')) l (id)
    join session_people sp on sp.county_id = ev.county_id and sp.session_id = l.id::uuid where sp.person_id is not null), '[]'),
  'joiners', coalesce((select jsonb_agg(${person(sql`sp.person_id`)}) from se join session_people sp on sp.county_id = se.county_id and sp.session_id = se.id
    where sp.person_id::text = ev.p->>'in'), '[]'),
  'sides', coalesce((select jsonb_agg(jsonb_build_object('to', 'party', 'id', sp.party_id)) from se
    join session_people sp on sp.county_id = se.county_id and sp.session_id = se.id where sp.party_id is not null), '[]'),
  'waiting', coalesce((select jsonb_agg(${person(sql`i.person_id`)} || jsonb_build_object('invitationId', i.id, 'answerBy', i.answer_by)) from se
    join invitations i on i.county_id = se.county_id and i.session_id = se.id where i.status in ('sent', 'seen')
      -- Where a session is now is no matter of somebody who was found tied meanwhile; that it is cancelled is.
      and (ev.action not in ('session.move', 'session.setVideo', 'session.changePlace')
        or not exists (select from app.barring_ties(i.county_id, i.proceeding_id, i.dispute_id, i.person_id)))), '[]')`;

/** Those who believe that they take part and do not any more. */
const formerParticipants = sql`
  'leavers', coalesce((select jsonb_agg(${person(sql`b.recipient_id`)}) from se join (
      select recipient_id, session_id from believing where recipient_kind = 'person'
      union select (ev.p->>'out')::uuid, se.id from se, ev where ev.p->>'out' is not null) b on b.session_id = se.id
    where not exists (select from session_people sp where sp.county_id = se.county_id and sp.session_id = se.id and sp.person_id = b.recipient_id)
      and not exists (select from interpreters n where n.county_id = se.county_id and n.session_id = se.id and n.person_id = b.recipient_id and n.ended_at is null)), '[]')
    || coalesce((select jsonb_agg(jsonb_build_object('to', 'outsider', 'id', ak.id)) from ak, ev where ev.action = 'interpreter.end' and ak.person_id is null), '[]'),
  'expectedAtCancelled', coalesce((select jsonb_agg(jsonb_build_object('to', sp.kind, 'id', sp.id, 'session', jsonb_build_object('id', s.id, 'status', s.status, 'startsAt', s.starts_at,
      'endsAt', s.ends_at, ${place}))) from pr
    join sessions s on s.county_id = pr.county_id and s.proceeding_id = pr.id and s.status = 'cancelled' and s.starts_at > to_timestamp(ev.at_us / 1000000.0)
      and not exists (select from notifications n where n.county_id = s.county_id and n.dispute_id = s.dispute_id and n.session_id = s.id and n.kind = 'sessionCancelled')
    cross join lateral (select case when y.person_id is null then 'party' else 'person' end as kind, coalesce(y.person_id, y.party_id) as id
        from session_people y where y.county_id = s.county_id and y.session_id = s.id
      union select case when n.person_id is null then 'outsider' else 'person' end, coalesce(n.person_id, n.asking_id)
        from interpreters n where n.county_id = s.county_id and n.session_id = s.id and n.ended_at is null and coalesce(n.person_id, n.asking_id) is not null) sp
    join rooms r on r.county_id = s.county_id and r.id = s.room_id join contact_points cp on cp.county_id = r.county_id and cp.id = r.point_id), '[]'),
  'dropped', coalesce((select jsonb_agg(${person(sql`a.recipient_id`)} || jsonb_build_object('invitationId', a.invitation_id)) from asked a where a.kind = 'invited'), '[]')`;

/** Everybody a change of lead concerns. Who waits for an answer has their card, not the matter. */
const everybodyConcerned = sql`
  'formerLead', coalesce((select jsonb_agg(${person(sql`p.id`)}) from people p where ev.action = 'lead.set' and p.county_id = ev.county_id
    and p.id::text = ev.p->>'before' and p.disabled_at is null), '[]'),
  'helpers', coalesce((select jsonb_agg(${person(sql`h.person_id`)}) from (
    select i.person_id from pr join invitations i on i.county_id = pr.county_id and i.proceeding_id = pr.id where i.status in ('sent', 'seen', 'accepted')
    union select sp.person_id from pr join sessions s on s.county_id = pr.county_id and s.proceeding_id = pr.id and s.status = 'booked'
      join session_people sp on sp.county_id = s.county_id and sp.session_id = s.id where sp.person_id is not null) h), '[]'),
  'instructor', coalesce((select jsonb_agg(${person(sql`i.given_by`)}) from instructions i
    where i.county_id = ev.county_id and i.id::text = ev.p->>'instructionId'), '[]'),
  'assignee', coalesce((select jsonb_agg(${person(sql`a.person_id`)}) from assignments a
    where a.county_id = ev.county_id and a.id::text = ev.p->>'assignmentId' and a.person_id is not null), '[]'),
  'leadAsker', coalesce((select jsonb_agg(jsonb_build_object('to', 'party', 'id', q.party_id)) from lead_requests q
    where q.county_id = ev.county_id and q.dispute_id = ev.dispute_id and q.id::text = ev.p->>'requestId'), '[]'),
  'leadDeciders', coalesce((select jsonb_agg(${person(sql`h.id`)}) from pr join people h on h.county_id = pr.county_id
    and h.role in ('committeeHead', 'stationHead') and ev.action = 'leadRequest.record' and app.decides_lead_request(pr.county_id, pr.id, h.id)), '[]'),
  'transferTargets', coalesce((select jsonb_agg(${person(sql`h.id`)}) from transfers t join people h on h.county_id = t.county_id
    where t.county_id = ev.county_id and t.dispute_id = ev.dispute_id and t.id::text = ev.p->>'transferId' and t.to_body = ''
      and app.may_answer_transfer(t.county_id, h.id, t.proceeding_id, t.to_station_id, t.to_committee_id)), '[]'),
  -- Whoever offered it, whoever led it then, and the heads it came from.
  'transferSenders', coalesce((select jsonb_agg(distinct ${person(sql`h.id`)}) from transfers t
      join proceedings o on o.county_id = t.county_id and o.id = t.proceeding_id
      join people h on h.county_id = t.county_id and h.disabled_at is null and (h.id in (t.offered_by, o.lead_person_id)
        or h.role = 'stationHead' and h.station_id = t.from_station_id or h.role = 'committeeHead' and h.committee_id = t.from_committee_id)
    where t.county_id = ev.county_id and t.dispute_id = ev.dispute_id
      and (t.id::text = ev.p->>'transferId' or t.next_proceeding_id = ev.proceeding_id and ev.action in ('proceeding.end', 'proceeding.close', 'refusal.record'))), '[]'),
  'parties', coalesce((select jsonb_agg(jsonb_build_object('to', 'party', 'id', p.id)) from app.readable_parties p
    where p.county_id = ev.county_id and p.dispute_id = ev.dispute_id and not p.is_represented), '[]')`;

/** A session of `x` as a message of its own says it. */
const asSession = sql`jsonb_build_object('session', jsonb_build_object('id', x.id, 'status', x.status, 'startsAt', x.starts_at,
  'endsAt', x.ends_at, 'room', x.room, 'point', x.point, 'address', x.address))`;

/** The sessions to come whose entry in the calendar of the new or the former lead the change of lead has changed. */
const seatsHandedOver = sql`
  seats as (select e.resource_id, e.status as entry, s.id, s.status, s.starts_at, s.ends_at, s.held_until is not null as is_held,
      coalesce(r.name, s.place) as room, coalesce(cp.name, '') as point, coalesce(cp.address, '') as address
    from ev join pr on ev.action = 'lead.set'
      join sessions s on s.county_id = pr.county_id and s.proceeding_id = pr.id and s.status = 'booked' and s.starts_at > to_timestamp(ev.at_us / 1000000.0)
      join calendar_entries e on e.county_id = s.county_id and e.booking_id = s.id and e.resource = 'person'
        and e.resource_id::text in (ev.p->>'before', ev.p->>'after') and e.changed_at >= date_trunc('milliseconds', to_timestamp(ev.at_us / 1000000.0))
      left join rooms r on r.county_id = s.county_id and r.id = s.room_id left join contact_points cp on cp.county_id = r.county_id and cp.id = r.point_id)`;

const ofSeats = sql`
  'seatsTaken', coalesce((select jsonb_agg(${person(sql`x.resource_id`)} || ${asSession}) from seats x where x.entry <> 'cancelled' and not x.is_held), '[]'),
  'seatsHeldTaken', coalesce((select jsonb_agg(${person(sql`x.resource_id`)} || ${asSession}) from seats x where x.entry <> 'cancelled' and x.is_held), '[]'),
  'seatsLeft', coalesce((select jsonb_agg(${person(sql`x.resource_id`)} || ${asSession}) from seats x where x.entry = 'cancelled'), '[]')`;

/** Those to whom it falls by their place: unit, station heads, who is on duty and who asked them, the chair of an open meeting. */
const responsiblePeople = sql`
  'unit', coalesce((select jsonb_agg(jsonb_build_object('to', 'unit', 'id', pe.unit_id)) from ivs i
    join people pe on pe.county_id = i.county_id and pe.id = i.person_id where pe.unit_id is not null), '[]'),
  'stationHeads', coalesce((select jsonb_agg(${person(sql`h.id`)}) from people h where h.county_id = ev.county_id and h.disabled_at is null
    and (h.role = 'stationHead' and h.station_id = (select app.heir_of(d.county_id, d.station_id) from disputes d where d.county_id = ev.county_id and d.id = ev.dispute_id)
      -- Over whoever looked something up: their head; over a head, and over people of no station, the county.
      or ev.action = 'lookup.unusual' and exists (select from people a where a.county_id = ev.county_id and a.id = ev.actor_id
        and case when a.role = 'stationHead' or a.station_id is null then h.role = 'county' else h.role = 'stationHead' and h.station_id = a.station_id end))), '[]'),
  'committeeHeads', coalesce((select jsonb_agg(${person(sql`h.id`)}) from disputes d join people h on h.county_id = d.county_id and h.committee_id = app.heir_of(d.county_id, d.committee_id)
    where d.county_id = ev.county_id and d.id = ev.dispute_id and h.role = 'committeeHead' and h.disabled_at is null
      -- Who leads, and what comes up again, in the police's own matters is not theirs; windows and requests they decide on either line.
      and (ev.action not in ('tie.recuse', 'dispute.relapse', 'dispute.maybeRelapse') or exists (select from dispute_access a
        where a.county_id = d.county_id and a.dispute_id = d.id and a.subject_id = h.committee_id and a.relation = 'committee' and a.is_current))), '[]'),
  'requester', coalesce((select jsonb_agg(${person(sql`q.person_id`)}) from access_requests q
    where q.county_id = ev.county_id and q.dispute_id = ev.dispute_id and q.id::text = ev.p->>'requestId'), '[]'),
  'reader', coalesce((select jsonb_agg(${person(sql`w.person_id`)}) from reading_windows w
    where w.county_id = ev.county_id and w.dispute_id = ev.dispute_id and w.id::text = ev.p->>'windowId'), '[]'),
  'newestLeads', coalesce((select jsonb_agg(${person(sql`p.lead_person_id`)}) from proceedings p
    where p.county_id = ev.county_id and p.dispute_id = ev.dispute_id and p.ended_at is null), '[]'),
  -- Nobody on duty: the station's mediators see it at once.
  'duty', coalesce((select jsonb_agg(${person(sql`d.id`)}) from (
    select duty_id as id from ask where duty_id is not null and status = 'waiting'
    union all
    select m.id from ask join people m on m.county_id = ask.county_id and m.station_id = ask.station_id and m.role = 'mediator' and m.disabled_at is null
    where ask.duty_id is null and ask.status = 'waiting') d), '[]'),
  'dutyLeader', coalesce((select jsonb_agg(${person(sql`h.id`)}) from disputes d ${dutyLeaders(sql`d`)}
    where d.county_id = ev.county_id and d.id = ev.dispute_id), '[]'),
  'officeStaff', coalesce((select jsonb_agg(${person(sql`h.id`)}) from people h where ev.action = 'office.merge' and h.county_id = ev.county_id
    and h.disabled_at is null and (ev.p->>'successor')::uuid in (h.station_id, h.committee_id)), '[]'),
  'reporter', coalesce((select jsonb_agg(${person(sql`q.reporter_id`)}) from clues q
    where ev.action in ('clue.take', 'clue.decline', 'clue.settle') and q.county_id = ev.county_id and q.id::text = ev.p->>'clueId'), '[]'),
  -- In their main role or in one beside it, whichever they act in now; nobody is told of their own words.
  'clueKeepers', coalesce((select jsonb_agg(${person(sql`k.id`)}) from clues q cross join lateral app.keepers_of(q.county_id, q.point_id) k (id)
    where ev.action = 'clue.report' and q.county_id = ev.county_id and q.id::text = ev.p->>'clueId' and k.id <> q.reporter_id), '[]'),
  -- Also of what comes in where nobody keeps a point: the station takes the first step.
  'clueLeader', coalesce((select jsonb_agg(${person(sql`h.id`)}) from clues q ${dutyLeaders(sql`q`)}
    where (ev.action in ('clue.escalate', 'clue.pass') or ev.action = 'clue.report' and not ${isKept(sql`q`)})
      and q.county_id = ev.county_id and q.id::text = ev.p->>'clueId'), '[]'),
  'roleHolder', coalesce((select jsonb_agg(${person(sql`h.id`)}) from people h where ev.action in ('person.giveRole', 'person.endRole')
    and h.county_id = ev.county_id and h.id::text = ev.p->>'personId'), '[]'),
  'questioner', coalesce((select jsonb_agg(${person(sql`ask.asked_by`)}) from ask), '[]'),
  'chair', coalesce((select jsonb_agg(${person(sql`ms.chair_id`)}) from ms), '[]')`;

/** One statement: the event, its payload, and everyone it may concern as the column `audience`. No row without the event. */
export const audienceQuery = (cause: Cause): SQL => sql`
  with ${eventAndInvitations(cause)}, ${whatItConcerns}, ${seatsHandedOver}, ${earlierNotifications}
  select jsonb_build_object('action', ev.action, 'atUs', ev.at_us, 'actorId', ev.actor_id, 'disputeId', ev.dispute_id) as event, ev.p as payload,
    jsonb_build_object('session', ${sessionFacts}, 'invitation', coalesce(${invitationFacts}, ${askingFacts}), 'meeting', ${meetingFacts},
      'actorName', (select p.name from people p where p.county_id = ev.county_id and p.id = ev.actor_id),
      'leads', (select jsonb_build_object('before', b.name, 'after', a.name) from people b join people a on a.county_id = b.county_id
      and a.id::text = ev.p->>'after' where ev.action in ('lead.set', 'transfer.accept') and b.county_id = ev.county_id and b.id::text = ev.p->>'before'),
    'riskTaken', (select d.risk from disputes d where ev.action = 'transfer.accept' and d.county_id = ev.county_id and d.id = ev.dispute_id),
    'groups', jsonb_build_object(${participants}, ${formerParticipants}, ${everybodyConcerned}, ${ofSeats}, ${responsiblePeople})) as audience
  from ev`;
