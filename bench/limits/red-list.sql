-- $1 county, $2 station: everything the product's red list answers with: open matters that are red, late or past their day, settled
-- ones with a new call, alerted groups of calls; each with its reasons, incidents of a month, owner and day.
with late as materialized (
  select m.* from bench_limit.matters m where m.county_id = $1::uuid and m.station_id = $2::uuid and m.ended_at is null and m.not_accepted_at is null
    and (m.risk = 'red' or coalesce(m.next_due_at, m.registered_at + interval '24 hours') < now() or m.due_on < current_date)
  union all
  select m.* from (select distinct dispute_id from bench_limit.calls where county_id = $1::uuid and station_id = $2::uuid and called_at > now() - interval '90 days'
      and dispute_id is not null) c
    join bench_limit.matters m on m.county_id = $1::uuid and m.id = c.dispute_id and m.station_id = $2::uuid and m.ended_at is not null),
red as (
  select 'dispute' as kind, m.id, m.number, m.title, m.place, m.risk::text, d.risk_reason, coalesce(m.accepted_at, m.registered_at) as since, m.due_on, m.next_step::text, p.name as owner,
    coalesce(m.next_due_at, m.registered_at + interval '24 hours') as next_due_at, c.incidents,
    array_remove(array[case when m.ended_at is null and m.risk = 'red' then 'redRisk' end,
      case when m.ended_at is null and coalesce(m.next_due_at, m.registered_at + interval '24 hours') < now() then 'overdue' end,
      case when m.ended_at is null and m.due_on < current_date then 'pastTerm' end,
      case when c.last_call > m.ended_at and c.last_call <= m.ended_at + interval '90 days' then 'relapse' end], null) as reasons
  from late m join disputes d on d.county_id = m.county_id and d.id = m.id left join people p on p.county_id = m.county_id and p.id = m.next_owner_id
  cross join lateral (select count(distinct incident_id) filter (where called_at > now() - interval '30 days') as incidents, max(called_at) as last_call
    from bench_limit.calls c where c.county_id = m.county_id and c.dispute_id = m.id) c
  union all
  select 'group', g.id, null, g.place, g.place, 'amber', '', c.first_at, null, null, null, null, c.incidents, array['repeatAlert']
  from repeat_groups g cross join lateral (select min(called_at) as first_at, count(distinct incident_id) as incidents from bench_limit.calls c
    where c.county_id = g.county_id and c.group_id = g.id) c
  where g.county_id = $1::uuid and g.station_id = $2::uuid and g.alerted_at is not null and g.dispute_id is null)
select *, count(*) over () as total from red where cardinality(reasons) > 0
order by kind = 'group' desc, 'redRisk' = any (reasons) desc, next_due_at nulls last, id limit 200
