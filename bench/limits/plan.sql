-- $1 county, $2 rooms and people: their hours of the next two weeks.
select resource_id, starts_at, ends_at from bench_limit.busy
where county_id = $1::uuid and resource_id = any ($2::uuid[]) and starts_at >= now() and starts_at < now() + interval '14 days'
