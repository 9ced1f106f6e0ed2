-- $1 county, $2 proceeding: everything the product's plan is made from and answers with: the panel, the matter, staff and
-- whoever was asked, rooms with their hours and what is taken of them, the weeks and taken hours of everybody for two weeks,
-- and what parties said of theirs. It finds no hour: that is arithmetic in the product and costs the database nothing.
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
    left join tied t on t.person_id = m.id left join gap g on g.id = m.id and g.force_code = m.force_code) x),
room as materialized (
  select r.id, r.name, r.seats, c.id as point_id, c.name as point, c.address from here
  join contact_points c on c.county_id = $1::uuid and (c.station_id = here.station_id or c.id = here.point_id) and c.disabled_at is null
  join rooms r on r.county_id = c.county_id and r.point_id = c.id and r.disabled_at is null),
present as materialized (
  select id from candidates where rank <= 8 union select person_id from sent union select lead_person_id from here union select assistant_id from here),
hours as materialized (
  select r.id, json_agg(json_build_object('from', b.starts_at, 'to', b.ends_at) order by b.starts_at) as busy
  from (select id from room union select id from present) r join bench_limit.busy b on b.county_id = $1::uuid and b.resource_id = r.id
    and b.starts_at > now() - interval '36 hours' and b.starts_at < now() + interval '15 days' and (b.held_until is null or b.held_until > now())
  group by r.id)
select json_build_object('title', here.title, 'number', here.number, 'risk', here.risk,
  'head', (select p.name from people p where p.county_id = $1::uuid and p.station_id = here.station_id and p.role = 'stationHead' and p.disabled_at is null order by p.id limit 1),
  'parties', (select json_agg(json_build_object('id', y.id, 'side', y.side, 'name', y.name, 'kind', y.kind, 'isMinor', y.is_minor,
      'links', (select json_agg(json_build_object('kind', l.kind, 'name', l.name)) from party_links l where l.county_id = y.county_id and l.party_id = y.id)) order by y.position) from party y),
  'noticed', (select count(*) from notices n where n.county_id = $1::uuid and n.proceeding_id = $2::uuid),
  'unconsented', (select count(*) from party y where not exists (select from said s where s.party_id = y.id and s.subject = 'mediation' and s.answer = 'agreed')),
  'refused', exists (select from said s where s.subject = 'mediation' and s.answer = 'refused'),
  'staff', (select json_agg(json_build_object('personId', p.id, 'name', p.name, 'post', p.post)) from people p where p.county_id = $1::uuid and p.id in (here.lead_person_id, here.assistant_id)),
  'asked', (select json_agg(json_build_object('personId', i.person_id, 'name', p.name, 'forceCode', i.force_code, 'status', i.status, 'isRequired', i.is_required) order by i.sent_at)
    from sent i join people p on p.county_id = $1::uuid and p.id = i.person_id where i.status in ('sent', 'seen', 'accepted')),
  'held', (select json_build_object('sessionId', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'roomId', s.room_id, 'heldUntil', s.held_until)
    from bench_limit.sessions s where s.county_id = $1::uuid and s.dispute_id = here.dispute_id and s.proceeding_id = $2::uuid and s.status = 'booked' and s.held_until is not null limit 1),
  'rooms', (select json_agg(json_build_object('id', r.id, 'name', r.name, 'seats', r.seats, 'point', r.point, 'address', r.address, 'busy', b.busy,
      'hours', (select json_agg(json_build_object('weekday', h.weekday, 'opens', h.opens_at, 'closes', h.closes_at)) from room_hours h where h.county_id = $1::uuid and h.room_id = r.id))
      order by r.point_id is distinct from here.point_id, r.point, r.seats) from room r left join hours b on b.id = r.id),
  'people', (select json_agg(json_build_object('id', p.id, 'busy', b.busy,
      'week', (select json_agg(json_build_object('weekday', w.weekday, 'from', w.from_time, 'until', w.until_time, 'mood', w.mood)) from weekly_hours w where w.county_id = $1::uuid and w.person_id = p.id),
      'away', (select json_agg(a.during) from absences a where a.county_id = $1::uuid and a.person_id = p.id and a.during && tstzrange(now(), now() + interval '15 days')),
      'imported', (select json_agg(a.during) from imported_busy a where a.county_id = $1::uuid and a.person_id = p.id and a.during && tstzrange(now(), now() + interval '15 days'))))
    from present p left join hours b on b.id = p.id),
  'times', (select json_agg(to_json(t)) from party_times t where t.county_id = $1::uuid and t.dispute_id = here.dispute_id),
  'overrides', (select json_agg(o.day) from day_overrides o where o.county_id = $1::uuid),
  'rules', (select json_agg(json_build_object('forceCode', r.force_code, 'area', r.area, 'validFrom', r.valid_from, 'need', r.need, 'seats', r.seats, 'reason', r.reason))
    from panel_rules r, here where r.county_id = $1::uuid and r.committee_id = here.committee_id and r.dispute_type = here.type and r.valid_from <= current_date),
  'forces', (select json_agg(json_build_object('code', f.code, 'nameZh', f.name_zh, 'nameEn', f.name_en, 'shortZh', f.short_zh, 'shortEn', f.short_en,
    'missing', (select json_agg(json_build_object('id', y.id, 'name', y.name) order by y.position) from party y where (select track from here) = 'peoples'
      and not exists (select from said s where s.party_id = y.id and s.subject = 'inviteForce' and s.force_code = f.code and s.answer = 'agreed')),
    'people', (select json_agg(to_json(c) order by c.rank) from candidates c where c.force_code = f.code and c.rank <= 8)) order by f.sort)
  from forces f where f.county_id = $1::uuid and f.disabled_at is null)) as plan from here
