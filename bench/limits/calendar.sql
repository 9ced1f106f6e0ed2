-- $1 county, $2 station, $3 person: everything the product's calendar of last week answers with: the station's rooms, what is
-- booked in them or by the reader with who comes and whether they may move it, town halls, the reader's absences, odd days.
with room as materialized (
  select r.id, r.name, p.name as point, p.kind from rooms r join contact_points p on p.county_id = r.county_id and p.id = r.point_id
  where r.county_id = $1::uuid and p.station_id = $2::uuid and r.disabled_at is null),
near as materialized (
  select distinct b.session_id, b.meeting_id from (select id from room union select $3::uuid) r join bench_limit.busy b on b.county_id = $1::uuid
    and b.resource_id = r.id and b.starts_at < current_date and b.starts_at > current_date - interval '7 days 12 hours'
    and b.ends_at > current_date - interval '7 days' and (b.held_until is null or b.held_until > now()))
select (select json_agg(json_build_object('id', id, 'name', name, 'point', point) order by kind, point, name) from room) as rooms,
  (select json_agg(json_build_object('id', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'heldUntil', s.held_until, 'roomId', s.room_id, 'room', r.name,
      'isMine', who.ids @> array[$3::uuid], 'personIds', who.ids, 'disputeId', s.dispute_id, 'title', m.title, 'ordinal', s.ordinal, 'kind', s.kind, 'status', s.status,
      'lead', l.name, 'version', s.version, 'canMove', s.status = 'booked' and s.started_at is null and s.starts_at > now() and m.lead_person_id = $3::uuid) order by s.starts_at, s.id)
    from near join bench_limit.sessions s on s.county_id = $1::uuid and s.id = near.session_id
    join bench_limit.matters m on m.county_id = s.county_id and m.id = s.dispute_id join people l on l.county_id = m.county_id and l.id = m.lead_person_id
    join rooms r on r.county_id = s.county_id and r.id = s.room_id
    cross join lateral (select array_agg(b.resource_id) as ids from bench_limit.busy b where b.county_id = s.county_id and b.session_id = s.id and b.resource = 'person') who) as sessions,
  (select json_agg(json_build_object('id', h.id, 'title', t.title, 'startsAt', h.starts_at, 'endsAt', h.ends_at, 'roomId', h.room_id))
    from near join town_hall_meetings h on h.county_id = $1::uuid and h.id = near.meeting_id join town_halls t on t.county_id = h.county_id and t.id = h.town_hall_id) as meetings,
  (select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'during', a.during)) from absences a where a.county_id = $1::uuid and a.person_id = $3::uuid
    and a.during && tstzrange(current_date - interval '7 days', current_date)) as away,
  (select json_agg(json_build_object('day', o.day, 'isWorkday', o.is_workday)) from day_overrides o where o.county_id = $1::uuid and o.day between current_date - 7 and current_date) as odd
