-- $1 county, $2 person: what they have to do next, by time.
select m.id, m.title, m.place, m.risk, m.status, m.next_step, m.next_due_at,
  (select name from people p where p.county_id = m.county_id and p.id = m.next_owner_id) as owner,
  (select json_agg(json_build_object('side', p.side, 'name', p.name) order by p.position) from bench_limit.parties p
    where p.county_id = m.county_id and p.dispute_id = m.id) as sides,
  (select count(*) from bench_limit.invitations i where i.county_id = m.county_id and i.proceeding_id = m.proceeding_id) as asked
from bench_limit.matters m
where m.county_id = $1::uuid and m.next_owner_id = $2::uuid and m.archived_at is null
order by m.next_due_at, m.id limit 100
