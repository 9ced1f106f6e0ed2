-- $1 county, $2 pairs of characters with the county in front, $3 committee, $4 the words as `like` asks them: the newest fifty
-- and one matters that have them all, as the list shows them, and how many there are, up to 1,001.
with found as materialized (
  select m.id, m.registered_at from (select g.dispute_id from bench_limit.grams g where g.grams @> $2::text[]) g
  join bench_limit.matters m on m.county_id = $1::uuid and m.id = g.dispute_id
  where m.committee_id = $3::uuid and m.words like all ($4::text[]) order by m.registered_at desc, m.id desc limit 1001)
select (select count(*) from found) as total,
  (select json_agg(f.code order by f.sort) from forces f where f.county_id = $1::uuid and f.disabled_at is null) as forces,
  (select json_agg(x.row) from (
    select m.row from (select * from found f order by f.registered_at desc, f.id desc limit 51) f
    join bench_limit.listed m on m.county_id = $1::uuid and m.id = f.id order by f.registered_at desc, f.id desc) x) as rows
