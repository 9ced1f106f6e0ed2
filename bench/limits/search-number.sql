-- $1 county, $2 number: by the beginning of a number.
select m.id, m.number, m.title, m.place, m.status, m.registered_at from bench_limit.matters m
where m.county_id = $1::uuid and m.number like $2 || '%' order by m.registered_at desc limit 51
