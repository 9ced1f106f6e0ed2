-- $1 county: the people of each force with what they were asked in the last ninety days.
select pf.force_code, p.id, p.name, p.post, p.area, asked.n, asked.accepted
from person_forces pf join people p on p.county_id = pf.county_id and p.id = pf.person_id and p.disabled_at is null
left join lateral (
  select count(*) as n, count(*) filter (where i.status = 'accepted') as accepted from bench_limit.invitations i
  where i.county_id = p.county_id and i.person_id = p.id and i.sent_at > now() - interval '90 days') asked on true
where pf.county_id = $1::uuid order by pf.force_code, asked.n
