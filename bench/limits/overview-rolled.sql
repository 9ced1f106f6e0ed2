-- $1 county, $2 station: the same from sums that were kept.
select month, type, received, ended, agreed, seconds from bench_limit.by_type
where county_id = $1::uuid and station_id = $2::uuid and month >= (now() - interval '2 years')::date
