-- $1 county, $2 person, $3 committee, $4 station, $5 midnight, $6 the next midnight, $7 the end of this week. The next fifty and
-- one of what they have to do, by time, with whom each step is about; how many steps there are of each kind; and what stands
-- beside the list: sessions, what waits for triage, for an answer, clues and calls.
with mine as materialized (
  select m.id, m.next_due_at as due, m.next_owner_id = $2::uuid as is_mine, m.next_step as step from bench_limit.matters m
  where m.county_id = $1::uuid and m.archived_at is null and m.next_owner_id = $2::uuid
  union all
  select m.id, m.next_due_at, false, m.next_step from bench_limit.matters m
  where m.county_id = $1::uuid and m.archived_at is null and m.lead_person_id = $2::uuid and m.next_owner_id <> $2::uuid),
coming as materialized (
  select s.* from bench_limit.sessions s join bench_limit.matters m on m.county_id = s.county_id and m.id = s.dispute_id
  where s.county_id = $1::uuid and s.status <> 'cancelled' and s.starts_at >= $5::timestamptz and m.lead_person_id = $2::uuid
  union
  select s.* from bench_limit.session_people sp join bench_limit.sessions s on s.county_id = sp.county_id and s.id = sp.session_id
  where sp.county_id = $1::uuid and sp.person_id = $2::uuid and s.status <> 'cancelled' and s.starts_at >= $5::timestamptz),
untriaged as materialized (
  select m.id, m.title, m.place, m.source, m.registered_at from bench_limit.matters m
  where m.county_id = $1::uuid and m.committee_id = $3::uuid and m.proceeding_id is null and m.not_accepted_at is null),
waiting as materialized (
  select i.dispute_id, i.person_id, i.force_code, i.answer_by, m.title from bench_limit.matters m
  join bench_limit.invitations i on i.county_id = m.county_id and i.proceeding_id = m.proceeding_id and i.status in ('sent', 'seen')
  where m.county_id = $1::uuid and m.lead_person_id = $2::uuid and m.archived_at is null and m.ended_at is null)
select json_build_object(
  'counts', (select json_build_array(count(*) filter (where is_mine and step <> 'awaitAnswers' and due < $7::timestamptz),
    count(*) filter (where not is_mine or step = 'awaitAnswers'), count(*)) from mine),
  'forces', (select json_agg(f.code order by f.sort) from forces f where f.county_id = $1::uuid and f.disabled_at is null),
  'rows', (select json_agg(x.row) from (
    select json_build_object('matter', m.row, 'due', t.due, 'isMine', t.is_mine,
      'head', (select p.name from people p where p.county_id = m.county_id and p.station_id = m.station_id and p.role = 'stationHead'
        and p.disabled_at is null order by p.id limit 1),
      'detail', case m.next_step
        when 'giveNotice' then (select json_agg(case when not p.is_minor then p.name end order by p.position) from bench_limit.parties p
          where p.county_id = m.county_id and p.dispute_id = m.id and not exists (select from bench_limit.notices n
            where n.county_id = m.county_id and n.proceeding_id = m.proceeding_id and n.party_id = p.id))
        when 'recordConsent' then (select json_agg(case when not p.is_minor then p.name end order by p.position) from bench_limit.parties p
          where p.county_id = m.county_id and p.dispute_id = m.id and not exists (select from bench_limit.consents c
            where c.county_id = m.county_id and c.proceeding_id = m.proceeding_id and c.party_id = p.id and c.subject = 'mediation' and c.answer = 'agreed'))
        when 'awaitAnswers' then (select json_agg(q.name order by i.answer_by) from bench_limit.invitations i
          join people q on q.county_id = i.county_id and q.id = i.person_id
          where i.county_id = m.county_id and i.proceeding_id = m.proceeding_id and i.status in ('sent', 'seen'))
        when 'collectSignatures' then (select json_agg(case when not p.is_minor then p.name end order by p.position) from bench_limit.parties p
          where p.county_id = m.county_id and p.dispute_id = m.id and not exists (select from bench_limit.agreements a
            join bench_limit.signatures s on s.county_id = a.county_id and s.agreement_id = a.id and s.party_id = p.id
            where a.county_id = m.county_id and a.proceeding_id = m.proceeding_id and a.status <> 'withdrawn'))
        when 'watchPerformance' then (select json_agg(json_build_array(o.kind, o.amount_fen, o.due_on, p.name) order by o.due_on) from bench_limit.obligations o
          join bench_limit.agreements a on a.county_id = o.county_id and a.id = o.agreement_id and a.status = 'effective'
          join obligation_parties b on b.county_id = o.county_id and b.obligation_id = o.id and b.part = 'obligor'
          join bench_limit.parties p on p.county_id = b.county_id and p.dispute_id = m.id and p.id = b.party_id
          where a.county_id = m.county_id and a.proceeding_id = m.proceeding_id and o.performed_at is null)
        when 'holdSession' then (select json_agg(json_build_array(s.ordinal, s.starts_at, s.ends_at, r.name) order by s.starts_at) from bench_limit.sessions s
          join rooms r on r.county_id = s.county_id and r.id = s.room_id
          where s.county_id = m.county_id and s.proceeding_id = m.proceeding_id and s.status = 'booked' and s.held_until is null)
        end) as row
    from (select * from mine where is_mine and step <> 'awaitAnswers' and due < $7::timestamptz order by due, id limit 51) t
    join bench_limit.listed m on m.county_id = $1::uuid and m.id = t.id order by t.due, t.id) x),
  'sessions', (select json_agg(json_build_object('id', s.id, 'title', m.title, 'ordinal', s.ordinal, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'room', r.name,
      'asked', (select count(*) from bench_limit.invitations i where i.county_id = s.county_id and i.proceeding_id = s.proceeding_id and i.status in ('sent', 'seen')),
      'present', (select count(*) from bench_limit.session_people sp where sp.county_id = s.county_id and sp.session_id = s.id)) order by s.starts_at)
    from coming s join bench_limit.matters m on m.county_id = s.county_id and m.id = s.dispute_id
      join rooms r on r.county_id = s.county_id and r.id = s.room_id where s.starts_at < $6::timestamptz),
  'next', (select json_build_array(s.dispute_id, s.starts_at) from coming s where s.starts_at >= $6::timestamptz order by s.starts_at limit 1),
  'untriaged', (select json_agg(u) from (select * from untriaged order by registered_at desc limit 5) u),
  'untriagedCount', (select count(*) from untriaged),
  'clues', (select count(*) from bench_limit.clues c where c.county_id = $1::uuid and c.station_id = $4::uuid and c.status = 'new'),
  'calls', (select count(*) from bench_limit.calls c where c.county_id = $1::uuid and c.station_id = $4::uuid and c.dispute_id is null
    and c.called_at > now() - interval '168 hours'),
  'waiting', (select json_agg(json_build_array(w.dispute_id, w.title, p.name, f.short_zh, f.short_en, w.answer_by) order by w.answer_by)
    from (select * from waiting order by answer_by limit 5) w join people p on p.county_id = $1::uuid and p.id = w.person_id
      join forces f on f.county_id = $1::uuid and f.code = w.force_code),
  'waitingCount', (select count(*) from waiting)) as today
