-- $1 county, $2 the beginning of a number, $3 committee: the newest fifty and one matters, as the list shows them, and how many
-- there are, up to 1,001.
with found as materialized (
  select m.id, m.registered_at from bench_limit.matters m
  where m.county_id = $1::uuid and m.committee_id = $3::uuid and m.number like $2 || '%' order by m.registered_at desc, m.id desc limit 1001)
select (select count(*) from found) as total,
  (select json_agg(f.code order by f.sort) from forces f where f.county_id = $1::uuid and f.disabled_at is null) as forces,
  (select json_agg(x.row) from (
    select m.row from (select * from found f order by f.registered_at desc, f.id desc limit 51) f
    join bench_limit.listed m on m.county_id = $1::uuid and m.id = f.id order by f.registered_at desc, f.id desc) x) as rows
