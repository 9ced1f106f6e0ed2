-- $1 county, $2 committee: fifty open matters and one more, newest first, as the list shows them; how many there are, up to
-- 1,001; and the order of the seats.
select (select count(*) from (select from bench_limit.matters m where m.county_id = $1::uuid and m.committee_id = $2::uuid
    and m.archived_at is null and m.not_accepted_at is null limit 1001) t) as total,
  (select json_agg(f.code order by f.sort) from forces f where f.county_id = $1::uuid and f.disabled_at is null) as forces,
  (select json_agg(x.row) from (
    select m.row from bench_limit.listed m
    where m.county_id = $1::uuid and m.committee_id = $2::uuid and m.archived_at is null and m.not_accepted_at is null
    order by m.registered_at desc, m.id desc limit 51) x) as rows
