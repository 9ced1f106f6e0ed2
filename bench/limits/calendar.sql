-- $1 county, $2 rooms: a week's sessions with who comes.
select s.id, s.dispute_id, s.kind, s.status, s.starts_at, s.ends_at, s.room_id, m.title,
  (select json_agg(coalesce(sp.person_id, sp.party_id)) from bench_limit.session_people sp where sp.county_id = s.county_id and sp.session_id = s.id) as people
from bench_limit.sessions s join bench_limit.matters m on m.county_id = s.county_id and m.id = s.dispute_id
where s.county_id = $1::uuid and s.room_id = any ($2::uuid[]) and s.starts_at >= now() - interval '7 days' and s.starts_at < now()
  and s.status <> 'cancelled'
