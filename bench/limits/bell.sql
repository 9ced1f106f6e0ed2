-- $1 county, $2 person: how many messages they have not read.
select count(*) from bench_limit.unread where county_id = $1::uuid and recipient_id = $2::uuid
