grant select on events to zhongtiao_app;
grant select, insert, update, delete on idempotency_keys to zhongtiao_app;
grant select, insert, update (value) on counters to zhongtiao_app;
grant select, insert on paper_numbers to zhongtiao_app;
