-- $1 county, $2 dispute, $3 person, $4 committee: everything on its page as one JSON value, with what the reader stands to it as, and
-- with the counts that say which acts are offered.
select json_build_object('matter', row_to_json(m),
  'rights', (select json_agg(a.relation) from dispute_access a where a.county_id = m.county_id and a.dispute_id = m.id
    and a.subject_id = any (array[$3::uuid, $4::uuid])),
  'station', (select s.name from stations s where s.county_id = m.county_id and s.id = m.station_id),
  'committee', (select c.name from committees c where c.county_id = m.county_id and c.id = m.committee_id),
  'point', (select c.name from contact_points c where c.county_id = m.county_id and c.id = m.point_id),
  'registrar', (select p.name from people p where p.county_id = m.county_id and p.id = m.registered_by),
  'head', (select p.name from people p where p.county_id = m.county_id and p.station_id = m.station_id and p.role = 'stationHead'
    and p.disabled_at is null order by p.id limit 1),
  'lead', (select p.name from people p where p.county_id = m.county_id and p.id = m.lead_person_id),
  'owner', (select p.name from people p where p.county_id = m.county_id and p.id = m.next_owner_id),
  'routesTold', (select e.routes_told from endings e where e.county_id = m.county_id and e.proceeding_id = m.proceeding_id),
  'facts', (select json_build_array(f.facts, f.neutral_summary, f.version) from bench_limit.facts f where f.county_id = m.county_id and f.dispute_id = m.id),
  'parties', (select json_agg(json_build_object('party', p, 'links', (select json_agg(l) from bench_limit.party_links l
      where l.county_id = p.county_id and l.party_id = p.id)) order by p.side, p.position)
    from bench_limit.parties p where p.county_id = m.county_id and p.dispute_id = m.id),
  'calls', (select json_agg(json_build_array(c.id, c.number, c.called_at, c.summary) order by c.called_at) from bench_limit.calls c
    where c.county_id = m.county_id and c.dispute_id = m.id),
  'activation', (select json_build_array(g.activated_at, g.activation_reason) from repeat_groups g where g.county_id = m.county_id and g.dispute_id = m.id
    order by g.activated_at limit 1),
  'notes', (select json_agg(n) from (select n.id, n.lane, n.side, n.written_at, case when n.lane in ('open', 'joint') then n.text end
    from bench_limit.notes n where n.county_id = m.county_id and n.dispute_id = m.id order by n.written_at desc, n.id limit 3) n),
  'triage', (select json_build_array(t.track, t.decided_at, t.override_reason, p.name) from bench_limit.triages t
    join people p on p.county_id = t.county_id and p.id = t.decided_by
    where t.county_id = m.county_id and t.dispute_id = m.id order by t.decided_at desc, t.id desc limit 1),
  'proceedings', (select json_agg(json_build_array(p.id, p.ordinal, p.track, p.status, p.accepted_at, p.ended_at, p.outcome, p.dossier_number) order by p.ordinal)
    from bench_limit.all_proceedings p where p.county_id = m.county_id and p.dispute_id = m.id),
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
        end,
  'records', (select count(*) from bench_limit.session_records r where r.county_id = m.county_id and r.dispute_id = m.id and r.version = 1),
  'restriction', (select json_build_array(r.ground, r.reason, r.restricted_at) from dispute_restrictions r
    where r.county_id = m.county_id and r.dispute_id = m.id and r.released_at is null),
  'windows', (select json_agg(json_build_array(w.id, w.kind, w.person_id, w.reason, w.ends_at)) from reading_windows w where w.county_id = m.county_id
    and w.dispute_id = m.id and w.is_granted and w.ended_at is null and w.ends_at > now()),
  'rules', (select json_agg(json_build_array(r.key, r.value)) from rules r where r.county_id = m.county_id and r.valid_from <= current_date),
  'noticed', (select count(*) from bench_limit.notices n where n.county_id = m.county_id and n.proceeding_id = m.proceeding_id),
  'consented', (select count(*) from bench_limit.consents c where c.county_id = m.county_id and c.proceeding_id = m.proceeding_id
    and c.subject = 'mediation' and c.answer = 'agreed'),
  'invitations', (select json_build_array(count(*) filter (where i.status in ('sent', 'seen')), count(*) filter (where i.status = 'accepted'),
      min(i.answer_by) filter (where i.status in ('sent', 'seen')))
    from bench_limit.invitations i where i.county_id = m.county_id and i.proceeding_id = m.proceeding_id),
  'sessions', (select json_build_array(count(*) filter (where s.status = 'booked'), count(*) filter (where s.status = 'ended'), min(s.starts_at))
    from bench_limit.sessions s where s.county_id = m.county_id and s.proceeding_id = m.proceeding_id),
  'agreement', (select json_build_array(a.status, a.form,
      (select json_build_array(count(*), count(*) filter (where o.performed_at is null), min(o.due_on)) from bench_limit.obligations o
        where o.county_id = a.county_id and o.agreement_id = a.id),
      (select json_build_array(count(*) filter (where s.signer_kind = 'mediator'), count(*)) from bench_limit.signatures s
        where s.county_id = a.county_id and s.agreement_id = a.id),
      exists (select from seals s where s.county_id = a.county_id and s.agreement_id = a.id))
    from bench_limit.agreements a where a.county_id = m.county_id and a.proceeding_id = m.proceeding_id and a.status <> 'withdrawn' limit 1),
  'visits', (select count(*) from follow_up_visits v where v.county_id = m.county_id and v.proceeding_id = m.proceeding_id)) as page
from bench_limit.matters m where m.county_id = $1::uuid and m.id = $2::uuid
