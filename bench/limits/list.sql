-- $1 county, $2 committee: fifty open matters, newest first, with the names of each side.
select m.id, m.number, m.title, m.type, m.place, m.risk, m.registered_at, m.track, m.status, m.next_step, m.next_due_at,
  (select name from people p where p.county_id = m.county_id and p.id = m.lead_person_id) as lead,
  (select json_agg(json_build_object('side', p.side, 'name', p.name) order by p.position) from bench_limit.parties p
    where p.county_id = m.county_id and p.dispute_id = m.id) as sides
from bench_limit.matters m
where m.county_id = $1::uuid and m.committee_id = $2::uuid and m.archived_at is null and m.not_accepted_at is null
order by m.registered_at desc, m.id desc limit 51
