-- $1 county, $2 station, $3 committee, $4 person, $5 dispute, $6 title, $7-$9 names: a matter with three parties, its number, an event.
with number as (
  insert into bench_limit.series values ($1::uuid, $2::uuid, 2026, 1)
  on conflict (county_id, scope, year) do update set value = bench_limit.series.value + 1 returning value),
matter as (
  insert into bench_limit.matters (county_id, id, station_id, committee_id, number, title, type, place, risk, registered_at, registered_by)
  select $1::uuid, $5::uuid, $2::uuid, $3::uuid, 'B-2026-' || value, $6, 'neighbour', $6, 'green', now(), $4::uuid from number returning number),
party as (
  insert into bench_limit.parties (county_id, id, dispute_id, side, position, kind, standing, name, phone, address, is_minor)
  select $1::uuid, gen_random_uuid(), $5::uuid, least(n, 2), n, 'person', 'respondent', name, '', '', false
  from unnest(array[$7, $8, $9]) with ordinality as t (name, n)),
event as (
  insert into bench_limit.events values ($1::uuid, $5::uuid, 1, 'dispute.register', $4::uuid, 0, '{}'))
select number from matter
