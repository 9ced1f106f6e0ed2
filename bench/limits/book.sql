-- $1 county, $2 resources, $3 from, $4 until: a room and people for an hour, refused when one of them is taken.
insert into bench_limit.slots select $1::uuid, id, tstzrange($3::timestamptz, $4::timestamptz) from unnest($2::uuid[]) id
