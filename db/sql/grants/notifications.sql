grant select, insert, update on notifications to zhongtiao_app;
grant select, insert, update on deliveries to zhongtiao_app;
