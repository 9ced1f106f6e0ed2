grant select on calendar_entries to zhongtiao_app;
grant select, insert, update on feed_tokens to zhongtiao_app;
