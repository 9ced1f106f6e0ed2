grant select, insert, update on proceedings to zhongtiao_app;
grant select, insert on notices to zhongtiao_app;
grant select, insert on consents to zhongtiao_app;
grant select, insert on endings to zhongtiao_app;
grant select, insert, update on access_requests to zhongtiao_app;
