-- $1 county, $2 station: a year's figures by month and type in one pass over the matters themselves.
select date_trunc('month', registered_at at time zone 'Asia/Shanghai')::date as month, type, count(*) as received,
  count(*) filter (where ended_at is not null) as ended, count(*) filter (where outcome in ('agreedWritten', 'agreedOral')) as agreed,
  avg(extract(epoch from ended_at - registered_at)) as seconds
from bench_limit.matters
where county_id = $1::uuid and station_id = $2::uuid and registered_at >= now() - interval '2 years'
group by 1, 2
