-- $1 county, $2 station: open matters that are red, late or past their day.
select m.id, m.number, m.title, m.place, m.risk, m.next_step, m.next_due_at, m.due_on, count(*) over () as total
from bench_limit.matters m
where m.county_id = $1::uuid and m.station_id = $2::uuid and m.ended_at is null and m.not_accepted_at is null
  and (m.risk = 'red' or m.next_due_at < now() or m.due_on < current_date)
order by m.risk = 'red' desc, m.next_due_at limit 100
