-- $1 county, $2 proceeding: everything the product's board answers with: the lead, each force with whose consent is missing and
-- the person to ask next, who was asked and what they said, the points with their rooms.
with here as materialized (
  select p.*, d.place || ' ' || coalesce(c.name, '') as words, d.point_id, d.type, d.title, d.number, d.risk
  from bench_limit.all_proceedings p join disputes d on d.county_id = p.county_id and d.id = p.dispute_id
  left join contact_points c on c.county_id = d.county_id and c.id = d.point_id where p.county_id = $1::uuid and p.id = $2::uuid),
party as materialized (
  select y.* from here join parties y on y.county_id = $1::uuid and y.dispute_id = here.dispute_id),
member as materialized (
  select pf.force_code, p.* from person_forces pf join people p on p.county_id = pf.county_id and p.id = pf.person_id and p.disabled_at is null
  where pf.county_id = $1::uuid and not exists (select from here where p.id in (lead_person_id, assistant_id))),
sent as materialized (
  select * from bench_limit.invitations where county_id = $1::uuid and proceeding_id = $2::uuid),
said as materialized (
  select distinct on (party_id, subject, force_code, person_id) * from bench_limit.consents where county_id = $1::uuid and proceeding_id = $2::uuid
  order by party_id, subject, force_code, person_id, recorded_at desc, id desc),
hour as materialized (
  select s.id, s.starts_at, s.ends_at from here join bench_limit.sessions s on s.county_id = $1::uuid and s.dispute_id = here.dispute_id
    and s.proceeding_id = $2::uuid and s.status = 'booked' and s.starts_at > now() order by s.starts_at limit 1),
taken as materialized (
  select distinct m.id from hour h, member m where exists (select from bench_limit.busy b where b.county_id = $1::uuid and b.resource_id = m.id
      and b.starts_at < h.ends_at and b.starts_at > h.starts_at - interval '12 hours' and b.ends_at > h.starts_at
      and b.session_id is distinct from h.id and (b.held_until is null or b.held_until > now()))
    or exists (select from absences a where a.county_id = $1::uuid and a.person_id = m.id and a.during && tstzrange(h.starts_at, h.ends_at))
    or exists (select from imported_busy a where a.county_id = $1::uuid and a.person_id = m.id and a.during && tstzrange(h.starts_at, h.ends_at))
    or exists (select from weekly_hours w where w.county_id = $1::uuid and w.person_id = m.id)
      and not exists (select from weekly_hours w where w.county_id = $1::uuid and w.person_id = m.id
        and w.weekday = extract(isodow from h.starts_at at time zone 'Asia/Shanghai') and w.from_time <= (h.starts_at at time zone 'Asia/Shanghai')::time
        and w.until_time >= (h.ends_at at time zone 'Asia/Shanghai')::time)),
-- Whoever is tied to a party, for every reason the product knows.
tie as materialized (
  select t.person_id, t.kind::text, y.id, y.name, y.position, t.source::text from member m join ties t on t.county_id = $1::uuid and t.person_id = m.id
    join parties o on o.county_id = t.county_id and o.id = t.party_id
    join party y on y.id = o.id or y.name = o.name and y.kind = o.kind and (y.kind = 'organisation' or y.phone_hash <> '' and y.phone_hash = o.phone_hash)
  union select m.id, 'sameEmployer', y.id, y.name, y.position, 'worked out' from member m, party y
    where m.employer <> '' and (y.employer = m.employer or y.kind = 'organisation' and y.name = m.employer)
  union select m.id, 'earlierCounsel', y.id, y.name, y.position, 'worked out' from member m
    join party_links l on l.county_id = $1::uuid and l.kind = 'agent' and l.name = m.name and l.phone_hash <> '' and l.phone_hash = m.phone_hash
    join parties o on o.county_id = l.county_id and o.id = l.party_id
    join party y on y.id = o.id or y.name = o.name and y.kind = o.kind and (y.kind = 'organisation' or y.phone_hash <> '' and y.phone_hash = o.phone_hash)
  union select i.person_id, 'failedAttempt', y.id, y.name, y.position, 'worked out' from here
    join bench_limit.all_proceedings p on p.county_id = $1::uuid and p.dispute_id = here.dispute_id and p.id <> here.id
      and p.outcome in ('refused', 'deadlock', 'expired', 'unsigned')
    join bench_limit.invitations i on i.county_id = p.county_id and i.proceeding_id = p.id and i.status = 'accepted' cross join party y
  union select s.person_id, 'objection', y.id, y.name, y.position, 'worked out' from said s join party y on y.id = s.party_id
    where s.subject = 'invitePerson' and s.answer = 'refused'),
tied as materialized (
  select t.person_id, json_agg(json_build_object('kind', t.kind, 'partyId', t.id, 'party', t.name, 'source', t.source) order by t.position, t.kind) as ties
  from tie t where t.kind = 'objection' or not exists (select from tie_waivers w where w.county_id = $1::uuid and w.proceeding_id = $2::uuid
    and w.person_id = t.person_id and t.kind::tie_kind = any (w.kinds)) group by t.person_id),
gap as materialized (
  select m.id, m.force_code, json_agg(json_build_object('id', y.id, 'name', y.name) order by y.position) as missing
  from member m, party y where (select track from here) = 'peoples' and coalesce((select s.answer from said s where s.party_id = y.id
    and (s.subject = 'inviteForce' and s.force_code = m.force_code or s.subject = 'invitePerson' and s.person_id = m.id)
    order by s.recorded_at desc limit 1)::text, '') <> 'agreed' group by m.id, m.force_code),
lately as materialized (
  select h.* from bench_limit.helper_months h where h.county_id = $1::uuid and h.person_id = any (array(select id from member))
    and h.month >= date_trunc('month', now() - interval '182 days')::date),
figures as materialized (
  select person_id, sum(asked) as asked, sum(accepted) as accepted, sum(ended) as ended, sum(agreed) as agreed from lately group by person_id),
medians as materialized (
  select l.person_id, percentile_cont(0.5) within group (order by a.minutes) / 60 as hours from lately l cross join unnest(l.answer_minutes) a (minutes) group by 1),
loads as materialized (
  select person_id, count(*) as n from bench_limit.joined where county_id = $1::uuid and person_id = any (array(select id from member)) group by person_id),
candidates as (
  select *, row_number() over (partition by force_code order by status is null desc, is_eligible desc, ties is not null, is_free is not false desc,
      is_deputy desc, is_free desc nulls last, is_near desc, 0.4 * (asked + 1.0) / (asked + 2) + 0.2 * (agreed + 1.0) / (ended + 2)
        + 0.2 * 12 / (12 + coalesce(median_hours, 12)) + 0.2 * 4 / (4 + load) desc, name, id) as rank
  from (select m.force_code, m.id, m.name, coalesce(nullif(m.post, ''), m.employer) as post, m.area, q.name as deputy,
      exists (select from sent i left join people r on r.county_id = $1::uuid and r.id = i.person_id
        where i.force_code = m.force_code and i.status in ('declined', 'expired') and m.id in (i.deputy_id, r.deputy_id)) as is_deputy,
      m.area <> '' and strpos((select words from here), m.area) > 0 as is_near, coalesce(f.asked, 0) as asked, coalesce(f.accepted, 0) as accepted,
      d.hours as median_hours, coalesce(f.ended, 0) as ended, coalesce(f.agreed, 0) as agreed, coalesce(l.n, 0) as load,
      case when exists (select from hour) then m.id not in (select id from taken) end as is_free,
      (select i.status from sent i where i.person_id = m.id and i.status <> 'withdrawn' order by i.id desc limit 1) as status,
      t.ties, g.missing, t.ties is null and g.missing is null as is_eligible
    from member m left join people q on q.county_id = $1::uuid and q.id = m.deputy_id and q.disabled_at is null
    left join figures f on f.person_id = m.id left join medians d on d.person_id = m.id left join loads l on l.person_id = m.id
    left join tied t on t.person_id = m.id left join gap g on g.id = m.id and g.force_code = m.force_code) x)
select json_build_object(
  'lead', (select json_build_object('name', l.name, 'post', l.post, 'unit', here.lead_unit, 'organisation', c.name, 'assistant', a.name)
    from people l left join committees c on c.county_id = l.county_id and c.id = l.committee_id
    left join people a on a.county_id = l.county_id and a.id = here.assistant_id where l.county_id = $1::uuid and l.id = here.lead_person_id),
  'forces', (select json_agg(json_build_object('code', f.code, 'nameZh', f.name_zh, 'nameEn', f.name_en, 'shortZh', f.short_zh, 'shortEn', f.short_en,
      'missing', (select json_agg(json_build_object('id', y.id, 'name', y.name) order by y.position) from party y where not exists (
        select from said s where s.party_id = y.id and s.subject = 'inviteForce' and s.force_code = f.code and s.answer = 'agreed')),
      'objecting', (select json_agg(y.name) from said s join party y on y.id = s.party_id where s.subject = 'inviteForce' and s.force_code = f.code and s.answer = 'refused'),
      'suggestion', (select json_build_object('personId', c.id, 'name', c.name, 'post', c.post) from candidates c
        where c.force_code = f.code and c.rank = 1 and c.status is null and c.ties is null)) order by f.sort)
    from forces f where f.county_id = $1::uuid and f.disabled_at is null),
  'invitations', (select json_agg(json_build_object('id', i.id, 'forceCode', i.force_code, 'personId', i.person_id, 'name', p.name, 'post', p.post, 'status', i.status,
      'sentBy', b.name, 'sentAt', i.sent_at, 'seenAt', i.seen_at, 'answerBy', i.answer_by, 'answeredAt', i.answered_at, 'declineReason', i.decline_reason,
      'declineNote', i.decline_note, 'replacesId', i.replaces_id, 'proposals', i.proposals, 'proposalNote', i.proposal_note, 'disclosedAt', i.disclosed_at,
      'session', (select json_build_object('id', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'roomId', s.room_id) from bench_limit.sessions s
        where s.county_id = i.county_id and s.dispute_id = i.dispute_id and s.id = i.session_id and s.status = 'booked'),
      'disclosed', (select json_agg(json_build_object('kind', t.kind, 'note', t.note)) from ties t where t.county_id = i.county_id and t.dispute_id = i.dispute_id
        and t.person_id = i.person_id and t.source = 'disclosed'),
      'link', (select json_build_object('createdAt', l.created_at, 'expiresAt', l.expires_at, 'usedAt', l.used_at) from invitation_links l
        where l.county_id = i.county_id and l.invitation_id = i.id order by l.created_at desc limit 1)) order by i.id)
    from sent i join people p on p.county_id = i.county_id and p.id = i.person_id join people b on b.county_id = i.county_id and b.id = i.sent_by),
  'substitutions', (select json_agg(e.payload::json order by e.seq) from bench_limit.events e where e.county_id = $1::uuid and e.dispute_id = here.dispute_id
    and e.action = 'invitation.substitute'),
  'points', (select json_agg(json_build_object('id', p.id, 'kind', p.kind, 'name', p.name, 'address', p.address,
      'rooms', (select json_agg(json_build_object('name', r.name, 'seats', r.seats) order by r.name) from rooms r
        where r.county_id = p.county_id and r.point_id = p.id and r.disabled_at is null)) order by p.id is not distinct from here.point_id desc, p.kind, p.name)
    from contact_points p where p.county_id = $1::uuid and p.station_id = here.station_id and p.disabled_at is null),
  'parties', (select count(*) from party),
  'unconsented', (select json_agg(y.name) from party y where not exists (select from said s where s.party_id = y.id and s.subject = 'mediation' and s.answer = 'agreed')),
  'hasSummary', (select f.neutral_summary <> '' from bench_limit.facts f where f.county_id = $1::uuid and f.dispute_id = here.dispute_id)) as board from here
