-- $1 county, $2 station, $3 committee, $4 person, $5 dispute, $6 title, $7-$9 names, $10 facts, $11 key of the act: a matter with three
-- parties, its facts, the seven answers of the gate, its number, what it is found by, its place in the figures, the event, and the
-- message to be sent. Once for each key.
with key as (insert into bench_limit.keys values ($1::uuid, $4::uuid, $11::uuid)),
number as (
  insert into bench_limit.series values ($1::uuid, $2::uuid, 2026, 1)
  on conflict (county_id, scope, year) do update set value = bench_limit.series.value + 1 returning 'B-2026-' || value as value),
matter as (
  insert into bench_limit.matters (county_id, id, station_id, committee_id, number, title, type, place, risk, registered_at, registered_by, words)
  select $1::uuid, $5::uuid, $2::uuid, $3::uuid, value, $6::text, 'neighbour', $6, 'green', now(), $4::uuid, lower(concat_ws(chr(10), value, $6::text, $6::text, $7::text, $8::text, $9::text))
  from number returning county_id, id, number),
party as (
  insert into bench_limit.parties (county_id, id, dispute_id, side, position, kind, standing, name, phone, address, is_minor)
  select $1::uuid, gen_random_uuid(), $5::uuid, least(n, 2), n, 'person', 'respondent', name, '', '', false
  from unnest(array[$7, $8, $9]::text[]) with ordinality as t (name, n)),
facts as (insert into bench_limit.facts (county_id, dispute_id, facts, neutral_summary, version) values ($1::uuid, $5::uuid, $10::text, '', 1)),
answers as (
  insert into bench_limit.answers select $1::uuid, $5::uuid, q, 'no', $4::uuid, now()
  from unnest('{injury,threat,familyViolence,livelihood,judgedByCourt,inCourt,acceptedElsewhere}'::gate_question[]) q),
found_by as (
  insert into bench_limit.grams select $1::uuid, $5::uuid, now(), array(select distinct $1::text || substr(w, i, 2) from unnest(array[$6, $7, $8, $9]::text[]) w
    cross join generate_series(1, greatest(1, length(w) - 1)) i)),
figure as (
  insert into bench_limit.by_type values ($1::uuid, $2::uuid, date_trunc('month', now() at time zone 'Asia/Shanghai')::date, 'neighbour', 1, 0, 0, 0)
  on conflict (county_id, station_id, month, type) do update set received = bench_limit.by_type.received + 1),
event as (
  insert into bench_limit.events values ($1::uuid, $5::uuid, 1, 'dispute.register', $4::uuid, 0, '{}')),
message as (insert into bench_limit.outbox values ($1::uuid, $5::uuid, 'dispute.register'))
select number from matter
