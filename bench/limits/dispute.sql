-- $1 county, $2 dispute: everything on its page as one JSON value.
select json_build_object('matter', row_to_json(m),
  'facts', (select f.facts from bench_limit.facts f where f.county_id = m.county_id and f.dispute_id = m.id),
  'parties', (select json_agg(p order by p.position) from bench_limit.parties p where p.county_id = m.county_id and p.dispute_id = m.id),
  'proceedings', (select json_agg(p order by p.ordinal) from bench_limit.all_proceedings p where p.county_id = m.county_id and p.dispute_id = m.id),
  'sessions', (select json_agg(s order by s.starts_at) from bench_limit.sessions s where s.county_id = m.county_id and s.dispute_id = m.id),
  'invitations', (select json_agg(i) from bench_limit.invitations i where i.county_id = m.county_id and i.proceeding_id = m.proceeding_id),
  'agreements', (select json_agg(a) from bench_limit.agreements a where a.county_id = m.county_id and a.dispute_id = m.id),
  'obligations', (select json_agg(o) from bench_limit.obligations o where o.county_id = m.county_id and o.dispute_id = m.id)) as page
from bench_limit.matters m where m.county_id = $1::uuid and m.id = $2::uuid
