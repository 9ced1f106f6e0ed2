-- $1 county, $2 pairs of characters with the county in front, $3 committee: the newest matters that have them all.
select m.id, m.number, m.title, m.place, m.status, m.registered_at,
  (select json_agg(p.name order by p.position) from bench_limit.parties p where p.county_id = m.county_id and p.dispute_id = m.id) as names
from (select g.dispute_id from bench_limit.grams g where g.grams @> $2::text[]) g
join bench_limit.matters m on m.county_id = $1::uuid and m.id = g.dispute_id
where m.committee_id = $3::uuid order by m.registered_at desc, m.id desc limit 51
