-- $1 county, $2 surname, $3 committee: one character has no neighbour, so names are asked by their beginning.
select m.id, m.number, m.title, m.place, m.status, m.registered_at,
  (select json_agg(p.name order by p.position) from bench_limit.parties p where p.county_id = m.county_id and p.dispute_id = m.id) as names
from bench_limit.matters m
where m.county_id = $1::uuid and m.committee_id = $3::uuid and exists (
  select from bench_limit.parties n where n.county_id = m.county_id and n.dispute_id = m.id and n.name like $2 || '%')
order by m.registered_at desc, m.id desc limit 51
